export interface CardRules {
  /** How many digits account numbers have. */
  readonly accountLengths: readonly number[];
  /** What account numbers begin with; empty where it may be anything. */
  readonly accountPrefixes: readonly string[];
}

export interface CardsMasked {
  readonly text: string;
  /** How many numbers were masked. */
  readonly count: number;
}

const LEAST = 14;
const MOST = 19;
/** Digits, alone or in groups, however these are set apart. */
const RUN = /[\d０-９]+(?:[\s.·_/\u2010-\u2015－-]{1,3}[\d０-９]+)*/gu;
const GROUP = /[\d０-９]+/gu;
/** Cards stand in groups of four, or four, six and five; only the last may be shorter. */
const LEAST_IN_GROUP = 4;
/** So many signs before a number may tell what it is. */
const LEAD = 24;
const ACCOUNT_LEAD =
  /(?:户\s?号|戶\s?號|客户编号|客戶編號|用户编号|用戶編號|缴费号|繳費號|account|customer\s+(?:no|number|id)|meter)/iu;
const CARD_WORDS =
  /(?:银行卡|銀行卡|信用卡|储蓄卡|儲蓄卡|借记卡|借記卡|卡\s?号|卡\s?號|银联|銀聯|有效期|\bcard\b|\bvisa\b|\bmaster\s?card\b|\bunionpay\b|\bcvv2?\b|\bcvc\b)/iu;

/**
 * Masks numbers of payment cards, all but the last four digits; lengths stay. A number counts as a card's where its length and first digits are an
 * issuer's (ISO/IEC 7812) and its check digit is right (Luhn's algorithm). One that may be an account number as well, or is called one, is
 * masked only where the words speak of a card: an account number that was lost would cost the customer the way to their bill.
 */
export function maskCardNumbers(text: string, rules: CardRules): CardsMasked {
  let masked = '';
  let done = 0;
  let count = 0;
  for (const run of text.matchAll(RUN)) {
    for (const { from, to } of cardsIn(run[0])) {
      const at = run.index + from;
      const number = text.slice(at, run.index + to);
      if (!isMeantAsCard(text, { at, digits: digitsOf(number) }, rules)) continue;
      masked += text.slice(done, at) + maskedNumber(number);
      done = at + number.length;
      count += 1;
    }
  }
  return { text: masked + text.slice(done), count };
}

/** Neighbouring groups of a run that are a card's number together, from left to right. */
function cardsIn(run: string): { from: number; to: number }[] {
  const groups = Array.from(run.matchAll(GROUP), ({ 0: digits, index }) => ({
    digits,
    from: index,
    to: index + digits.length,
  }));
  const found: { from: number; to: number }[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < MOST; last += 1) {
      const group = groups[last];
      const begun = groups[first];
      if (!group || !begun || (last > first && (groups[last - 1]?.digits.length ?? 0) < LEAST_IN_GROUP)) break;
      digits += digitsOf(group.digits);
      if (!isCardNumber(digits)) continue;
      found.push({ from: begun.from, to: group.to });
      first = last;
      break;
    }
  }
  return found;
}

function isMeantAsCard(text: string, { at, digits }: { at: number; digits: string }, rules: CardRules): boolean {
  const before = text.slice(Math.max(0, at - LEAD), at);
  const isCalledAccount = ACCOUNT_LEAD.test(before);
  // "My account 0319…, my card 4111…": what stands right before it decides.
  if (isCalledAccount) return CARD_WORDS.test(before);
  return !mayBeAccount(digits, rules) || CARD_WORDS.test(text);
}

/** Whether digits are those of a payment card: an issuer's first digits and length, and the right check digit. */
export function isCardNumber(digits: string): boolean {
  if (digits.length < LEAST || digits.length > MOST) return false;
  return (
    ISSUERS.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits)) && isLuhn(digits)
  );
}

const ISSUERS: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  // UnionPay; cards of Chinese banks that begin with 9 are of before 2002 and no longer issued.
  { begins: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  // Thirteen digits are out of use, and account numbers have as many.
  { begins: /^4/, lengths: [16, 19] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { begins: /^3(?:0[0-5]|[689])/, lengths: [14, 16, 17, 18, 19] },
  { begins: /^6(?:011|4[4-9]|5)/, lengths: [16, 17, 18, 19] },
];

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.at(-1 - at));
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function mayBeAccount(digits: string, { accountLengths, accountPrefixes }: CardRules): boolean {
  if (!accountLengths.includes(digits.length)) return false;
  return accountPrefixes.length === 0 || accountPrefixes.some((prefix) => digits.startsWith(prefix));
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

function maskedNumber(number: string): string {
  let left = digitsOf(number).length;
  return number.replace(/[\d０-９]/g, (digit) => {
    left -= 1;
    return left >= 4 ? '•' : digit;
  });
}
