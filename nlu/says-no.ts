const NO =
  /^(?:(?:都|暂时|暫時)?(?:没有?|沒有?|冇|无|無|唔係|唔系|不是|没|否)|no\b|nope\b|none\b|nobody\b|nothing\b|not (?:at all|really)\b)/iu;
const LONGEST = 16;

/** Whether a short answer says no. Longer ones are judged by what else they say. */
export function saysNo(text: string): boolean {
  return text.trim().length <= LONGEST && NO.test(text.trim());
}

const NO_DANGER =
  /(?:没有?|沒有?|冇|无|無)(?:什么|什麼|任何|乜嘢|咩)?(?:危险|危險|火花|险情|險情)|(?:没有?|沒有?|冇)人受[伤傷]|no (?:immediate |real )?(?:danger|sparks)|not dangerous|nothing dangerous|nobody (?:is |was )?hurt/iu;

/** Whether somebody says that there is no danger. */
export function saysNoDanger(text: string): boolean {
  return NO_DANGER.test(text);
}
