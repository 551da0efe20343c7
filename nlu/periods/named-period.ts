/**
 * The month that words name, as YYYY-MM: "八月的", "last month", "Aug 2025". Null where they name none. Without a year it
 * is the latest such month that is not ahead of `today` (YYYY-MM-DD).
 */
export function namedPeriod(words: string, today: string): string | null {
  const text = words.normalize('NFKC').toLowerCase();
  const current = indexOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  const relative = RELATIVE.find(([pattern]) => pattern.test(text));
  if (relative) return periodOf(current - relative[1]);
  const full = /\b(20\d\d)[-/.](1[0-2]|0?[1-9])\b/.exec(text);
  if (full) return periodOf(indexOf(Number(full[1]), Number(full[2])));
  const month = chineseMonth(text) ?? englishMonth(text);
  if (month === null) return null;
  const year = yearIn(text, Number(today.slice(0, 4)));
  if (year !== null) return periodOf(indexOf(year, month));
  const thisYear = indexOf(Number(today.slice(0, 4)), month);
  return periodOf(thisYear > current ? thisYear - 12 : thisYear);
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/上上个?個?月|前个月|前個月|month before last/u, 2],
  [/上个?個?月|\b(?:last|previous) month/u, 1],
  [/这个?月|這個?月|本月|当月|當月|今个?個?月|呢个月|呢個月|\bthis month|\bcurrent month/u, 0],
];

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function chineseMonth(text: string): number | null {
  const said = /(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月/u.exec(text)?.[1];
  if (said === undefined) return null;
  return /^\d/.test(said) ? Number(said) : DIGITS.indexOf(said);
}

const MONTHS = [
  /\bjan(?:uary)?\b/,
  /\bfeb(?:ruary)?\b/,
  /\bmar(?:ch)?\b/,
  /\bapr(?:il)?\b/,
  // The month, not "it may": alone, after a preposition, or before what has a month.
  /^\W*may\W*$|\b(?:in|for|of|from|my|the|about)\s+may\b|\bmay(?:'s)?\s+(?:bill|usage|statement|20\d\d)/,
  /\bjune?\b/,
  /\bjuly?\b/,
  /\baug(?:ust)?\b/,
  /\bsept?(?:ember)?\b/,
  /\boct(?:ober)?\b/,
  /\bnov(?:ember)?\b/,
  /\bdec(?:ember)?\b/,
];

function englishMonth(text: string): number | null {
  const at = MONTHS.findIndex((pattern) => pattern.test(text));
  return at < 0 ? null : at + 1;
}

function yearIn(text: string, thisYear: number): number | null {
  const said = /\b(20\d\d)\b|(20\d\d)\s*年/u.exec(text);
  if (said) return Number(said[1] ?? said[2]);
  if (/去年|上年|旧年|舊年|\blast year/u.test(text)) return thisYear - 1;
  if (/前年|year before last/u.test(text)) return thisYear - 2;
  return /今年|\bthis year/u.test(text) ? thisYear : null;
}

function indexOf(year: number, month: number): number {
  return year * 12 + month - 1;
}

function periodOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
