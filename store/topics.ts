/**
 * Topics of the nervous system and what their messages say.
 * A conversation's topic: `{"seq":12}` (there is something up to 12; with `"own":true` it is the customer's own words, which
 * an answer will soon follow) or `{"passing":{…}}` (an activity without a seq:
 * typing, a read mark, a place in the queue).
 */
export function conversationTopic(conversationId: string): string {
  return `conversation:${conversationId}`;
}

/** Messages are DeskEvent JSON (web/protocol/desk). */
export const DESK_TOPIC = 'desk';

/** Something is due in the outbox. */
export const OUTBOX_TOPIC = 'outbox';

/** Something is due to be told to other systems. */
export const WEBHOOK_TOPIC = 'webhooks';
