/** What is said without what it takes back: "不是这个月，是八月的", "not this month, August". */
export function withoutTakenBack(said: string): string {
  return said.replace(TAKEN_BACK, '');
}

const TAKEN_BACK =
  /(?:不是|不要|唔係|唔系|不看)[^，,。.!！？?]{1,10}[，,]\s*(?=\S)|\bnot (?:for |that of |in )?(?:the |this |last )?[a-z]+(?:'s)?(?: (?:month|bill|one))?\s*(?:,|but)\s*(?=\S)/giu;
