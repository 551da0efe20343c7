const DIGITS = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]));
for (const [sign, value] of [
  ['〇', 0],
  ['两', 2],
  ['俩', 2],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
] as const) {
  DIGITS.set(sign, value);
}
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1_000],
  ['仟', 1_000],
]);
const MYRIADS = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** The characters a Chinese number is written with, for use inside a character class. */
export const CHINESE_NUMBER_SIGNS = '零〇一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * The value of a number in Chinese words, or null. Spoken short forms are understood: 两千三 is 2300, 一万二 is
 * 12000, 百五 (Cantonese) is 150, 二零六 is 206.
 */
export function chineseNumber(words: string): number | null {
  if (words === '') return null;
  if ([...words].every((sign) => DIGITS.has(sign))) {
    return words.length > 15 ? null : Number([...words].map((sign) => DIGITS.get(sign)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  let zero = false;
  for (const sign of words) {
    const value = DIGITS.get(sign);
    const unit = UNITS.get(sign);
    const myriad = MYRIADS.get(sign);
    if (value !== undefined) {
      digit = value;
      zero ||= value === 0;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = null;
      lastUnit = unit;
      zero = false;
    } else if (myriad !== undefined) {
      total = (total + section + (digit ?? 0) || 1) * myriad;
      section = 0;
      digit = null;
      lastUnit = myriad;
      zero = false;
    } else {
      return null;
    }
  }
  const shortForm = digit !== null && !zero && lastUnit > 10;
  return total + section + (digit ?? 0) * (shortForm ? lastUnit / 10 : 1);
}
