import { type CardRules, maskCardNumbers } from '../../domain/privacy/mask-card-numbers.ts';
import type { Database } from '../../store/database.ts';
import type { Accepted, CardsHidden, Inbound, Inbox } from '../../store/inbox.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import { conversationTopic } from '../../store/topics.ts';
import type { Transcript } from '../../store/transcript.ts';
import type { Mailbox } from './mailbox.ts';

/** Takes in what customers send: stored first, acknowledged, and only then handled. */
export class StoredInbox implements Inbox {
  readonly #parts: {
    readonly database: Database;
    readonly transcript: Transcript;
    readonly conversations: ConversationRepository;
    readonly nerve: Nerve;
    readonly mailbox: Mailbox;
    readonly cards: CardRules;
    readonly now: () => number;
    /** Whether words speak of danger to life, as far as they tell by themselves. */
    readonly speaksOfDanger: (text: string) => boolean;
  };

  constructor(parts: {
    database: Database;
    transcript: Transcript;
    conversations: ConversationRepository;
    nerve: Nerve;
    mailbox: Mailbox;
    cards: CardRules;
    now: () => number;
    speaksOfDanger: (text: string) => boolean;
  }) {
    this.#parts = parts;
  }

  async accept(inbound: Inbound): Promise<Accepted> {
    const { database, transcript, conversations, nerve, mailbox, now, speaksOfDanger } = this.#parts;
    const { conversationId, messageId, author, authorId } = inbound;
    const body = author === 'customer' ? withoutCards(inbound.body, this.#parts.cards) : inbound.body;
    const row = {
      messageId,
      author,
      authorId,
      body: JSON.stringify(body),
      at: now(),
      handling: 'pending',
    } as const;
    const outcome = await database.commit(transcript.accept(conversationId, row));
    if (!outcome.ok) return this.#knownAlready(conversationId, messageId);
    const accepted = outcome.rows[0]?.[0];
    const seq = Number(accepted?.seq);
    conversations.justWritten(conversationId, transcript.shown([row], seq));
    nerve.publish(conversationTopic(conversationId), JSON.stringify({ seq, own: true }));
    const { text } = body;
    const isUrgent = () => accepted?.severity === 'P1' || (typeof text === 'string' && speaksOfDanger(text));
    mailbox.wake(conversationId, { seq, isUrgent });
    return { kind: 'accepted', seq };
  }

  async #knownAlready(conversationId: string, messageId: string): Promise<Accepted> {
    const seq = await this.#parts.conversations.seqOfMessage(conversationId, messageId);
    return seq === undefined ? { kind: 'unknown_conversation' } : { kind: 'duplicate', seq };
  }
}

/** Numbers of payment cards are masked before anything is kept: neither the transcript nor the bot nor a log ever has them. */
function withoutCards(body: Inbound['body'], rules: CardRules): Inbound['body'] {
  if (typeof body.text !== 'string') return body;
  const { text, count } = maskCardNumbers(body.text, rules);
  if (count === 0) return body;
  const hidden: CardsHidden = { cardsHidden: count };
  const { channelData } = body;
  return { ...body, text, channelData: { ...(typeof channelData === 'object' ? channelData : {}), ...hidden } };
}
