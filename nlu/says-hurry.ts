const HURRY =
  /催|(?:快|早)(?:点|點|一点|一點|啲|些)|(?:怎么|怎麼|點解|为什么|為什麼|为何|為何)(?:到现在|到現在|这么久|這麼久|咁耐)?(?:还|還|仲)(?:没|沒|不|未)|(?:还|還|仲)(?:没|沒|未)有?人(?:来|來|嚟)|等了?(?:很久|半天|好久|好耐|[\d一二两兩三四五六七八九十几幾]+个?(?:多)?(?:小时|小時|钟头|鐘頭|天|日))|\bhurry\b|\bchas(?:e|ing)\b|\burg(?:e|ing)\b.*\b(?:ticket|crew|repair)|\bhow much longer\b|\bstill (?:nobody|no one|no crew|not|waiting|no sign)|\b(?:sooner|faster)\b|\bspeed (?:it|this|things) up\b|\bwaiting for (?:hours|ages|days|\d+ (?:hours|days))/iu;

/** Whether somebody who asks how far a matter is wants it to be hurried: what the hotlines count as a chase-up. */
export function saysHurry(text: string): boolean {
  return HURRY.test(text.normalize('NFKC'));
}
