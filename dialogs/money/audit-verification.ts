import type { Turn } from '../turn.ts';

export type VerificationAction =
  | 'verification.sent'
  | 'verification.refused'
  | 'verification.failed'
  | 'verification.passed'
  | 'verification.ended'
  | 'binding.begun'
  | 'binding.used'
  | 'binding.ended';

/** What came of somebody showing who they are, for the turn's commit. Account numbers in `detail` are masked. */
export function auditVerification(
  { work, services, now }: Turn,
  action: VerificationAction,
  detail: Readonly<Record<string, unknown>>,
): void {
  work.add(
    services.audit.add({
      ...{ id: work.newId(), at: now, actor: 'customer', action, detail },
      subject: `conversation:${work.conversation.id}`,
    }),
  );
}
