import { ActivityTypes } from 'botbuilder';
import type { Frame } from '../frame/frame.ts';
import type { Offer } from '../offer.ts';
import type { Answer, Turn } from '../turn.ts';
import { checkCode } from './check-code.ts';
import { sendCode } from './send-code.ts';
import { fillVerify, NOT_VERIFIED, nextVerifyField, type VerifyValues } from './verify-values.ts';

export const VERIFY_ACCOUNT = 'verify_account';

export interface Verified {
  readonly verified: boolean;
}

/** Who is asking: an account number, and a code sent to the phone registered with it. Never tells whether an account exists. */
export const verifyAccount: Frame<VerifyValues> = {
  id: VERIFY_ACCOUNT,
  version: 1,
  start: (options) => ({ ...NOT_VERIFIED, ...options }),
  fill: fillVerify,
  next: nextVerifyField,

  ask(turn, values, { field, again }): Answer {
    if (field === 'account_number') return askForNumber(turn, again);
    return { text: codeQuestion(turn, values, again), offers: codeOffers(turn) };
  },

  async before(turn, values) {
    const { account_number, code, verification, resend } = values;
    if (await isShownMeanwhile(turn, values)) return { ...values, outcome: 'verified' };
    if (account_number === null || values.outcome !== null) return values;
    const { accountNumberLengths } = turn.services.profile;
    if (!accountNumberLengths.includes(account_number.length)) return { ...values, account_number: null };
    if (code !== null && verification !== null) return checkCode(turn, { ...values, code });
    if (verification === null || resend) return sendCode(turn, { ...values, account_number });
    return values;
  },

  /** Neither can be done without: a person has to help. */
  skip: () => null,

  async finish(_turn, { outcome }): Promise<Verified> {
    return { verified: outcome === 'verified' };
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered: ({ account_number }) => (account_number === null ? {} : { account_number }),
};

/** The utility's website has said who is there while a code was being asked for. */
async function isShownMeanwhile({ context, memory, services }: Turn, values: VerifyValues): Promise<boolean> {
  const { account_number, outcome, fresh = false } = values;
  if (context.activity.type !== ActivityTypes.Event || outcome !== null || fresh || !memory.verified) return false;
  return account_number === null || (await services.accounts.idOf(account_number)) === memory.verified.accountId;
}

function askForNumber({ words, services }: Turn, again: boolean): Answer {
  const { ask, offers } = words.verify;
  const [digits = 16] = services.profile.accountNumberLengths;
  const question = again ? ask.account_numberAgain : ask.account_number;
  return {
    text: question(digits),
    offers: [{ label: offers.findNumber, meaning: { kind: 'intent', intent: 'ask_account_number' } }, person(words)],
  };
}

function codeQuestion({ words, services }: Turn, { notice }: VerifyValues, again: boolean): string {
  const { verify, common } = words;
  const { expiryMinutes, codeLength } = services.profile.verification;
  switch (notice?.kind) {
    case 'wrong':
      return verify.wrong(notice.left);
    case 'expired':
      return verify.expired;
    case 'too_soon':
      return verify.tooSoon(common.wait(notice.wait));
    case 'still_valid':
      return again ? verify.ask.codeAgain(codeLength) : verify.ask.codeStillValid;
    default:
      return again ? verify.ask.codeAgain(codeLength) : verify.ask.code(expiryMinutes);
  }
}

function codeOffers({ words }: Turn): Offer[] {
  const { resend, other } = words.verify.offers;
  return [
    { label: resend, meaning: { kind: 'value', field: 'code', value: 'resend' } },
    { label: other, meaning: { kind: 'value', field: 'account_number', value: 'other' } },
    person(words),
  ];
}

function person({ common }: Turn['words']): Offer {
  return { label: common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } };
}
