import type { DialogContext } from 'botbuilder-dialogs';
import type { BillingLook } from '../../domain/billing/billing-source.ts';
import type { Turn } from '../turn.ts';

/** Wakes the bot to go on waiting for the billing system, in a turn of its own. */
export const BILLING_AWAITED = 'billing.awaited';

/** More than a source that ends its calls in time lets pass; so that one that does not can't hold a conversation. */
const MOST_LOOKS = 30;

/**
 * Waits for an answer that was pending, a moment at a time: `pending` where the customer has written meanwhile, who goes
 * first. It may tell of danger.
 */
export async function awaitLook(turn: Turn, accountId: string): Promise<BillingLook> {
  const { services, work } = turn;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const look = await services.billing.look(accountId, 'more');
    if (look.kind !== 'pending') return look;
    if (await services.waiting.after(work.conversation.id, work.inboundSeq)) return look;
  }
  return { kind: 'unreachable' };
}

/** Goes on with a question that awaits the billing system, unless something else has come first or a person has taken over. */
export async function goOnAwaiting({ work }: Turn, dc: DialogContext): Promise<void> {
  if (!work.hasSession || work.session.state === 'assigned') return;
  const { awaits } = (dc.activeDialog?.state ?? {}) as { awaits?: boolean };
  if (awaits) await dc.continueDialog();
}
