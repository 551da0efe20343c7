import { conversationTopic, DESK_TOPIC, OUTBOX_TOPIC } from '../store/topics.ts';
import type { DeskEvent } from '../web/protocol/desk/session.ts';
import type { DeskParts } from './desk-parts.ts';

/** What has just been committed. */
export interface News {
  readonly conversationId: string;
  readonly seq: number;
  /** Where the session itself has changed, and with it the queue. */
  readonly sessionId?: string;
}

/** Tells the customer's side, the outbox and every desk, after a commit, that there is something new. */
export function announce({ nerve }: Pick<DeskParts, 'nerve'>, { conversationId, seq, sessionId }: News): void {
  nerve.publish(conversationTopic(conversationId), JSON.stringify({ seq }));
  nerve.publish(OUTBOX_TOPIC, conversationId);
  tellDesks({ nerve }, { type: 'conversation', conversationId, seq });
  if (sessionId === undefined) return;
  tellDesks({ nerve }, { type: 'session', sessionId });
  tellDesks({ nerve }, { type: 'queue' });
}

export function tellDesks({ nerve }: Pick<DeskParts, 'nerve'>, event: DeskEvent): void {
  nerve.publish(DESK_TOPIC, JSON.stringify(event));
}
