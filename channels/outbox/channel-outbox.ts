import type { Delivery } from '../../store/repositories/outbox-repository.ts';
import { OUTBOX_TOPIC } from '../../store/topics.ts';
import { type Deliver, Outbox, type OutboxParts } from './outbox.ts';

/** Sends one message to its channel. */
export type DeliverToChannel = Deliver<Delivery>;
export type ChannelOutbox = Outbox<Delivery>;

/** The outbox of what turns and people say to channels outside. */
export function channelOutbox(parts: Omit<OutboxParts<Delivery>, 'topic' | 'kindOf' | 'about'>): ChannelOutbox {
  return new Outbox({
    ...parts,
    topic: OUTBOX_TOPIC,
    kindOf: ({ kind }) => kind,
    about: ({ id, conversationId, seq, channel }) => ({ outbox: id, conversation: conversationId, seq, channel }),
  });
}
