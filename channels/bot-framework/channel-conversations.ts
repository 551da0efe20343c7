import { type Database, statement } from '../../store/database.ts';
import {
  type Conversation,
  type ConversationRepository,
  newConversation,
} from '../../store/repositories/conversation-repository.ts';
import { conversationLanguage } from '../directline/conversation-language.ts';
import { type ChannelReference, channelName } from './channel-reference.ts';

export interface ChannelConversationsParts {
  readonly database: Database;
  readonly conversations: ConversationRepository;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Our conversations of threads in channels. */
export class ChannelConversations {
  readonly #parts: ChannelConversationsParts;

  constructor(parts: ChannelConversationsParts) {
    this.#parts = parts;
  }

  /** The thread's conversation, begun where there is none; from now on it is written to as the reference says. */
  async of(reference: ChannelReference, locale: string | undefined): Promise<Conversation> {
    const kept = JSON.stringify(reference);
    const known = await this.#find(reference);
    if (!known) return this.#begin(reference, { kept, locale });
    if (known.reference !== kept) await this.#keep(known.id, kept);
    return known;
  }

  #find({ channelId, conversation }: ChannelReference): Promise<Conversation | undefined> {
    return this.#parts.conversations.byThread(channelName(channelId), conversation.id);
  }

  async #begin(
    reference: ChannelReference,
    { kept, locale }: { kept: string; locale: string | undefined },
  ): Promise<Conversation> {
    const { database, now, newId } = this.#parts;
    const row = newConversation({
      id: newId(),
      channel: channelName(reference.channelId),
      thread: reference.conversation.id,
      userId: reference.user.id,
      userName: reference.user.name ?? null,
      reference: kept,
      language: conversationLanguage(locale),
      now: now(),
    });
    const insert = database.query
      .insertInto('conversation')
      .values(row)
      .onConflict((conflict) => conflict.doNothing());
    await database.commit([statement(insert)]);
    const begun = await this.#find(reference);
    if (!begun) throw new Error('a conversation that was just begun is not there');
    return begun;
  }

  /** A service moves now and then, and tells so by writing from elsewhere. */
  async #keep(id: string, kept: string): Promise<void> {
    const { database } = this.#parts;
    const update = database.query.updateTable('conversation').set({ reference: kept }).where('id', '=', id);
    await database.commit([statement(update, { expect: 1 })]);
  }
}
