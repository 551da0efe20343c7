import type { BindingEnd, FoundBinding } from '../../../store/repositories/binding-repository.ts';
import { masked } from '../../masked.ts';
import type { Turn } from '../../turn.ts';
import { auditVerification } from '../audit-verification.ts';
import { chatUserOf } from './chat-user.ts';

/** Knows a customer by the chat account that they wished to be remembered by; ends a binding that has had its time. */
export async function recallBinding(turn: Turn): Promise<void> {
  const { memory, services, now } = turn;
  if (memory.verified) return;
  const user = chatUserOf(turn);
  const found = user && (await services.bindings.of(user, now));
  if (!found) return;
  if (found.over !== null || found.accountNumber === null) return endBinding(turn, found, found.over ?? 'account_gone');
  const number = masked(found.accountNumber);
  memory.verified = { accountId: found.accountId, number, lastUsedAt: now, by: 'binding', until: found.until };
  auditVerification(turn, 'binding.used', { account: number });
}

/** The account that a chat account was remembered for is not there any more, as the billing system says. */
export async function forgetGone(turn: Turn): Promise<void> {
  const user = chatUserOf(turn);
  const found = user && (await turn.services.bindings.of(user, turn.now));
  if (found && found.accountId === turn.memory.verified?.accountId) endBinding(turn, found, 'account_gone');
}

/** For the turn's commit. */
export function endBinding(turn: Turn, { id, accountNumber }: FoundBinding, by: BindingEnd): void {
  turn.work.add(turn.services.bindings.end(id, by, turn.now));
  auditVerification(turn, 'binding.ended', {
    by,
    ...(accountNumber === null ? {} : { account: masked(accountNumber) }),
  });
}
