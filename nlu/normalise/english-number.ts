const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
SMALL.set('oh', 0);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);
const LARGE = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['grand', 1_000],
  ['k', 1_000],
  ['lakh', 100_000],
  ['million', 1_000_000],
]);

/** The value of a number in English words ("four hundred and twelve", "two grand"), or null. */
export function englishNumber(words: readonly string[]): number | null {
  let total = 0;
  let current = 0;
  let seen = false;
  for (const word of words) {
    if (word === 'and' || word === 'a') {
      if (word === 'a' && !seen) current = 1;
      continue;
    }
    const small = SMALL.get(word) ?? TENS.get(word);
    const large = LARGE.get(word);
    if (small !== undefined) current += small;
    else if (large === 100) current = Math.max(current, 1) * 100;
    else if (large !== undefined) {
      total += Math.max(current, 1) * large;
      current = 0;
    } else return null;
    seen = true;
  }
  return seen ? total + current : null;
}

/** Digits read out one by one: "oh three one nine double four" gives "031944". Null where a word is no digit. */
export function spokenDigits(words: readonly string[]): string | null {
  let digits = '';
  let times = 1;
  for (const word of words) {
    if (word === 'double') times = 2;
    else if (word === 'triple') times = 3;
    else {
      const value = /^\d+$/.test(word) ? word : SMALL.get(word);
      if (value === undefined || Number(value) > 9) return null;
      digits += String(value).repeat(times);
      times = 1;
    }
  }
  return digits;
}
