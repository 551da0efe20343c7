import type { Statement } from '../../store/database.ts';
import { OUTBOX_TOPIC, WEBHOOK_TOPIC } from '../../store/topics.ts';
import type { DeadLetterList } from '../../web/protocol/desk/content.ts';
import type { Actor } from '../actor.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';

const MOST_LISTED = 100;

/** What could not be handled or delivered, newest first. */
export async function listDeadLetters({ repositories }: DeskParts): Promise<DeadLetterList> {
  const [inbound, outbound, webhooks] = await Promise.all([
    repositories.deadLetters.inbound(MOST_LISTED),
    repositories.deadLetters.outbound(MOST_LISTED),
    repositories.webhooks.dead(MOST_LISTED),
  ]);
  return {
    inbound: inbound.map(({ conversation_id, seq, at, tries }) => ({
      conversationId: conversation_id,
      seq,
      at,
      tries,
    })),
    outbound: outbound.map(({ id, conversation_id, seq, channel, tries, last_error }) => ({
      id,
      conversationId: conversation_id,
      seq,
      channel,
      tries,
      lastError: last_error,
    })),
    webhooks: webhooks.map(({ id, endpoint, type, number, created_at, tries, last_error }) => ({
      ...{ id, endpoint, type, number, tries },
      at: created_at,
      lastError: last_error,
    })),
  };
}

/**
 * Has it tried again: `conversationId.seq` for an inbound message, the outbox's id for one to send, a webhook's for one to
 * tell. False where none is set aside.
 */
export async function retryDeadLetter(parts: DeskParts, actor: Actor, id: string): Promise<boolean> {
  const at = parts.now();
  const { deadLetters, webhooks } = parts.repositories;
  const revive = async (statement: Statement) => {
    const line = { actor: actor.staffId, action: 'dead_letter.retried', subject: `dead_letter:${id}`, at };
    return (await parts.database.commit([statement, audited(parts, line)])).ok;
  };
  const inbound = /^(.+)\.(\d{1,15})$/.exec(id);
  const conversationId = inbound?.[1];
  if (conversationId !== undefined) {
    const revived = await revive(deadLetters.reviveInbound({ conversationId, seq: Number(inbound?.[2]) }));
    if (revived) parts.wake(conversationId);
    return revived;
  }
  if (await revive(webhooks.revive(id, at))) {
    parts.nerve.publish(WEBHOOK_TOPIC, id);
    return true;
  }
  const revived = await revive(deadLetters.reviveOutbound(id, at));
  if (revived) parts.nerve.publish(OUTBOX_TOPIC, id);
  return revived;
}
