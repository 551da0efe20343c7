import { judgeCode } from '../../domain/verification/judge-code.ts';
import { codeMatches } from '../../store/code-hash.ts';
import { masked } from '../masked.ts';
import type { Turn } from '../turn.ts';
import { auditVerification, type VerificationAction } from './audit-verification.ts';
import { refuse } from './refuse.ts';
import type { VerifyValues } from './verify-values.ts';

/** Judges the code that was given and writes down what came of it. An account that does not exist fares like a wrong code. */
export async function checkCode(turn: Turn, values: VerifyValues & { code: string }): Promise<VerifyValues> {
  const { services, work, memory, words, now } = turn;
  const row = await services.verifications.byId(values.verification ?? '');
  const open = { ...values, code: null };
  if (row?.conversation_id !== work.conversation.id) return { ...open, notice: { kind: 'expired' } };
  const matches = await codeMatches(values.code, row.code_hash);
  const verdict = judgeCode(
    {
      tries: row.tries,
      expiresAt: row.expires_at,
      verifiedAt: row.verified_at,
      accountExists: row.account_id !== null,
    },
    { matches, now, tries: services.profile.verification.tries },
  );
  const audit = (action: VerificationAction) =>
    auditVerification(turn, action, { account: masked(row.account_number), tries: row.tries });
  switch (verdict.kind) {
    case 'right':
      work.add(services.verifications.passed(row.id, now));
      audit('verification.passed');
      memory.verified = {
        accountId: row.account_id ?? '',
        number: masked(row.account_number),
        lastUsedAt: now,
        by: 'code',
        until: null,
      };
      return { ...open, outcome: 'verified' };
    case 'wrong':
      work.add(services.verifications.failed(row));
      audit('verification.failed');
      return { ...open, notice: { kind: 'wrong', left: verdict.left } };
    case 'expired':
      return { ...open, notice: { kind: 'expired' } };
    case 'spent':
      work.add(services.verifications.failed(row));
      audit('verification.failed');
      await refuse(turn, words.verify.spent);
      return { ...open, outcome: 'refused' };
  }
}
