import { nextCodeAt } from '../../domain/verification/next-code-at.ts';
import { hashCode } from '../../store/code-hash.ts';
import type { Verification } from '../../store/repositories/verification-repository.ts';
import { masked } from '../masked.ts';
import type { Turn } from '../turn.ts';
import { auditVerification } from './audit-verification.ts';
import { refuse } from './refuse.ts';
import type { VerifyValues } from './verify-values.ts';

/** In one conversation so many codes in vain cost no wait: a number mistyped, an account that is not the right one. */
const FREE_IN_CONVERSATION = 2;

/** Sends a code to the registered phone, where the waits allow it. Does and says the same whether the account exists or not. */
export async function sendCode(turn: Turn, values: VerifyValues & { account_number: string }): Promise<VerifyValues> {
  const { verifications } = turn.services;
  const { account_number: accountNumber } = values;
  const [ofNumber, ofConversation] = await Promise.all([
    verifications.ofAccountNumber(accountNumber),
    verifications.ofConversation(turn.work.conversation.id),
  ]);
  const out = values.resend ? undefined : stillOut(turn, ofNumber[0]);
  if (out) return { ...values, verification: out.id, notice: { kind: 'still_valid' } };
  const wait = waitFor(turn, ofNumber, ofConversation);
  if (wait > 0) auditVerification(turn, 'verification.refused', { account: masked(accountNumber), wait });
  if (wait > 0 && values.verification) return { ...values, resend: false, notice: { kind: 'too_soon', wait } };
  if (wait > 0) {
    await refuse(turn, turn.words.verify.refused(turn.words.common.wait(wait)));
    return { ...values, outcome: 'refused' };
  }
  const id = verifications.nextId(accountNumber, ofNumber);
  await open(turn, id, accountNumber);
  return { ...values, verification: id, resend: false, notice: values.resend ? { kind: 'sent_again' } : null };
}

/** The code that this conversation has asked for and not used up. */
function stillOut({ work, now, services }: Turn, latest: Verification | undefined): Verification | undefined {
  if (latest?.conversation_id !== work.conversation.id) return undefined;
  const usable = latest.verified_at === null && latest.expires_at > now;
  return usable && latest.tries < services.profile.verification.tries ? latest : undefined;
}

function waitFor({ now }: Turn, ofNumber: readonly Verification[], ofConversation: readonly Verification[]): number {
  const past = (rows: readonly Verification[]) =>
    rows.map(({ created_at, verified_at }) => ({ createdAt: created_at, verifiedAt: verified_at }));
  return Math.max(nextCodeAt(past(ofNumber), now), nextCodeAt(past(ofConversation), now, FREE_IN_CONVERSATION)) - now;
}

async function open(turn: Turn, id: string, accountNumber: string): Promise<void> {
  const { work, services, words, language, now } = turn;
  const { codeLength, expiryMinutes } = services.profile.verification;
  const code = services.draw.code(codeLength);
  const utility = language === 'en' ? services.profile.shortName.en : services.profile.shortName.zh;
  const text = words.verify.sms({ utility, code, minutes: expiryMinutes });
  work.add(
    ...services.verifications.open(id, {
      conversationId: work.conversation.id,
      accountNumber,
      codeHash: await hashCode(code),
      now,
      expiresAt: now + expiryMinutes * 60_000,
      sms: { id: work.newId(), text: language === 'zh-Hant' ? services.toTraditional(text) : text },
    }),
  );
  auditVerification(turn, 'verification.sent', { account: masked(accountNumber) });
}
