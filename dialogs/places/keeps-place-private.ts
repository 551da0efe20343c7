/** Whether the answer to "where?" is that one would rather not say. */
export function keepsPlacePrivate(text: string): boolean {
  return PRIVATE.test(text.normalize('NFKC').toLowerCase());
}

const PRIVATE =
  /(?:不想|不愿|不願|不方便|不便|唔想|唔方便|不能|不会|不會|不肯|拒绝|拒絕)[^。，,]{0,6}(?:发|發|说|說|讲|講|给|給|告诉|告訴|透露|分享|定位|位置)|\b(?:won'?t|will not|don'?t want to|do not want to|would rather not|i'?d rather not|prefer not to|not going to|refuse to)\b/u;
