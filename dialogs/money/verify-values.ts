import { saysNotReceived } from '../../nlu/says-not-received.ts';
import type { Heard } from '../heard.ts';
import { meansOtherAccount } from './means-other-account.ts';

/** What a verification has come to. Codes are never kept: one that was given is judged in the same turn. */
export interface VerifyValues {
  readonly account_number: string | null;
  /** The verification whose code is out. */
  readonly verification: string | null;
  readonly code: string | null;
  /** Another code is asked for. */
  readonly resend: boolean;
  /** What the next question has to say first. */
  readonly notice: VerifyNotice | null;
  readonly outcome: 'verified' | 'refused' | null;
  /** Nothing but a code will do, however well somebody is known. */
  readonly fresh?: boolean;
}

export type VerifyNotice =
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'still_valid' }
  | { readonly kind: 'sent_again' }
  | { readonly kind: 'too_soon'; readonly wait: number };

export const NOT_VERIFIED: VerifyValues = {
  account_number: null,
  verification: null,
  code: null,
  resend: false,
  notice: null,
  outcome: null,
};

/** `code_again` once a code was wrong or has expired, `code_resent` once another was sent: the same question must not be put more than twice. */
export type VerifyField = 'account_number' | 'code' | 'code_again' | 'code_resent';

export function nextVerifyField({ outcome, account_number, notice }: VerifyValues): VerifyField | null {
  if (outcome !== null) return null;
  if (account_number === null) return 'account_number';
  if (notice?.kind === 'sent_again') return 'code_resent';
  return notice?.kind === 'wrong' || notice?.kind === 'expired' ? 'code_again' : 'code';
}

/** Takes in a message; pure. */
export function fillVerify(values: VerifyValues, heard: Heard, pending: string | null): VerifyValues {
  if (heard.chosen?.kind === 'value') {
    if (heard.chosen.value === 'resend') return { ...values, resend: true };
    return heard.chosen.value === 'other' ? anew(values) : values;
  }
  const number = heard.understanding.slots.account_number;
  if (number !== undefined && number !== values.account_number) return { ...anew(values), account_number: number };
  if (!asksForCode(pending)) return values;
  const code = codeIn(heard.text);
  if (code !== null) return { ...values, code };
  if (meansOtherAccount(heard.text)) return anew(values);
  return saysNotReceived(heard.text) ? { ...values, resend: true } : values;
}

/** For another account. */
function anew({ fresh }: VerifyValues): VerifyValues {
  return fresh ? { ...NOT_VERIFIED, fresh } : NOT_VERIFIED;
}

/** Whether a field asks for a code. */
export function asksForCode(field: string | null): boolean {
  return field === 'code' || field === 'code_again' || field === 'code_resent';
}

/** A run of four to eight digits that stands alone, however it is spaced. */
export function codeIn(text: string): string | null {
  const joined = text.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/gu, '');
  return /(?<!\d)\d{4,8}(?!\d)/u.exec(joined)?.[0] ?? null;
}
