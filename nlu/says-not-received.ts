const NOT_RECEIVED =
  /(?:没|沒|未|冇)(?:有)?(?:收到|看到|短信)|收唔到|收不到|重新?(?:发|發)|再(?:发|發)|(?:resend|re-send|send(?: \w+){0,3} (?:again|another|code))|(?:didn'?t|did not|haven'?t|have not|never|not) (?:get|got|receive|received)|no (?:code|sms|text|message)/iu;

/** Whether somebody says that a message has not come, or asks for another. */
export function saysNotReceived(text: string): boolean {
  return NOT_RECEIVED.test(text);
}
