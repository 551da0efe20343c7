import { spokenDigits } from '../normalise/english-number.ts';
import type { Span } from '../normalise/normal-text.ts';

/** A customer's account or telephone number: plain digits and where they stand in the normalised text. */
export interface FoundNumber extends Span {
  readonly kind: 'account_number' | 'phone';
  readonly digits: string;
}

const DIGIT_RUN = /(?<![\d.a-z])\+?\d(?:[ -]?\d){6,19}(?![\d]|\.\d)/g;
const SPOKEN_RUN =
  /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|\d)[ ,-]+){6,}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d)\b/g;
const ACCOUNT_CUE =
  /户号|用户号|电号|编号|账号|帐号|户口|客户号|account|acct?|a\/c|consumer|customer|contract|ca no|ca num|user (?:no|id|number)|meter no/;
const PHONE_CUE =
  /电话|手机|联系|致电|打给|号码|号换|call|ring|phone|mobile|mob\b|tel\b|cell|contact|whatsapp|reach me|my line|my number|text me/;
const CUE_REACH = 22;
const MOBILE = /^1[3-9]\d{9}$/;
/** Mobile numbers of Taiwan and of Britain, as visitors and their families write them. */
const FOREIGN_MOBILE = /^(?:09\d{8}|07\d{9})$/;
const LANDLINE = /^0\d{2,3}[2-8]\d{6,7}$/;
/** Account numbers where nothing names them: China Southern Power Grid, State Grid, and its older ones. */
const ACCOUNT_LENGTHS = new Set([16, 13, 10]);

/** Finds account and telephone numbers, in digits (grouped or not) or read out in English. */
export function findNumbers(text: string): FoundNumber[] {
  const written = [...text.matchAll(DIGIT_RUN)].map((run) => ({
    digits: run[0].replace(/\D/g, ''),
    start: run.index,
    end: run.index + run[0].length,
  }));
  const spoken = text.includes(' ') ? [...text.matchAll(SPOKEN_RUN)].flatMap(spokenRun) : [];
  return [...written, ...spoken].flatMap((run) => {
    const kind = kindOf(run.digits, text.slice(Math.max(0, run.start - CUE_REACH), run.start));
    return kind === null ? [] : [{ ...run, kind, digits: kind === 'phone' ? withoutCountry(run.digits) : run.digits }];
  });
}

function spokenRun(run: RegExpExecArray): { digits: string; start: number; end: number }[] {
  const digits = spokenDigits(run[0].split(/[ ,-]+/));
  return digits === null ? [] : [{ digits, start: run.index, end: run.index + run[0].length }];
}

function kindOf(digits: string, before: string): FoundNumber['kind'] | null {
  const national = withoutCountry(digits);
  const accountAt = lastIndexOf(before, ACCOUNT_CUE);
  const phoneAt = lastIndexOf(before, PHONE_CUE);
  const named = accountAt > phoneAt && digits.length >= 8 && digits.length <= 16;
  if (named && !(MOBILE.test(national) && digits.length === 11 && accountAt < 0)) return 'account_number';
  if (MOBILE.test(national) || LANDLINE.test(national) || FOREIGN_MOBILE.test(national)) return 'phone';
  if (phoneAt >= 0 && digits.length >= 7 && digits.length <= 12) return 'phone';
  return ACCOUNT_LENGTHS.has(digits.length) ? 'account_number' : null;
}

function lastIndexOf(text: string, cue: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(new RegExp(cue.source, 'g'))) at = match.index;
  return at;
}

function withoutCountry(digits: string): string {
  const bare = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  return bare.replace(/^(?:00)?852(?=[2-9]\d{7}$)/, '');
}
