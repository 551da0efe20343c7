const UNKNOWN =
  /^(?:[\s,，。.!！我]*)(?:(?:跳过|跳過|skip)\W*$|(?:也)?(?:不|唔)(?:太|大)?(?:知道?|清楚|記得|记得|確定|确定|懂)|沒印象|没印象|搞不清|i (?:really )?(?:don'?t|do not) (?:know|remember)|no idea|not sure|unsure|can'?t (?:tell|say|remember)|dunno|idk)/iu;

/** Whether somebody says that they do not know: an answer of its own to any question. */
export function saysUnknown(text: string): boolean {
  return UNKNOWN.test(text.trim());
}
