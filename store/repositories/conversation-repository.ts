import type { Selectable } from 'kysely';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type {
  ActivityTable,
  BotStateTable,
  ConversationTable,
  ServiceSessionTable,
} from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';

export type Conversation = Selectable<ConversationTable>;
export type TranscriptActivity = Selectable<ActivityTable>;
export type ServiceSession = Selectable<ServiceSessionTable>;
export type BotState = Selectable<BotStateTable>;

/** All that a turn starts from, read together. */
export interface TurnSnapshot {
  readonly conversation: Conversation;
  /** The lowest unhandled inbound. */
  readonly inbound: TranscriptActivity;
  readonly session: ServiceSession | null;
  readonly state: readonly BotState[];
}

/** Reads conversations and their transcripts. */
export class ConversationRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  byId(id: string): Promise<Conversation | undefined> {
    return this.#query.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();
  }

  byThread(channel: string, thread: string): Promise<Conversation | undefined> {
    return this.#query
      .selectFrom('conversation')
      .selectAll()
      .where('channel', '=', channel)
      .where('thread', '=', thread)
      .executeTakeFirst();
  }

  /** Null where nothing waits to be handled. */
  async nextTurn(id: string): Promise<TurnSnapshot | null> {
    const inbound = await this.#query
      .selectFrom('activity')
      .selectAll()
      .where('conversation_id', '=', id)
      // By a subquery: SQLite answers it out of the index of what is pending, and would else read the whole conversation.
      .where('seq', '=', (lowest) =>
        lowest
          .selectFrom('activity as waiting')
          .select(({ fn }) => fn.min('waiting.seq').as('seq'))
          .where('waiting.conversation_id', '=', id)
          .where('waiting.handling', '=', sql.lit('pending')),
      )
      .executeTakeFirst();
    if (!inbound) return null;
    const conversation = await this.byId(id);
    if (!conversation) return null;
    const [session, state] = await Promise.all([
      conversation.session_id ? this.session(conversation.session_id) : undefined,
      this.#query.selectFrom('bot_state').selectAll().where('conversation_id', '=', id).execute(),
    ]);
    return { conversation, inbound, session: session ?? null, state };
  }

  session(id: string): Promise<ServiceSession | undefined> {
    return this.#query.selectFrom('service_session').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /**
   * Conversations with inbound that has waited since before `before`: what a dead process left. Those that were tried
   * least stand first; `tries` is the most that any of their inbound was tried.
   */
  withOverdueInbound(before: number, limit: number): Promise<{ id: string; tries: number }[]> {
    return this.#query
      .selectFrom('activity')
      .select(({ fn }) => ['conversation_id as id', fn.max<number>('tries').as('tries')])
      .where('handling', '=', sql.lit('pending'))
      .where('at', '<', before)
      .groupBy('conversation_id')
      .orderBy('tries')
      .orderBy(({ fn }) => fn.min('at'))
      .limit(limit)
      .execute();
  }

  /** Open sessions that the bot holds and in which nothing has been said since `before`. */
  idleSessions(before: number, limit: number): Promise<ServiceSession[]> {
    return this.#query
      .selectFrom('service_session')
      .selectAll()
      .where('state', '=', 'bot')
      .where('last_activity_at', '<', before)
      .orderBy('last_activity_at')
      .limit(limit)
      .execute();
  }

  /** The transcript after `seq`, oldest first. */
  transcriptAfter(conversationId: string, seq: number, limit: number): Promise<TranscriptActivity[]> {
    return this.#query
      .selectFrom('activity')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(limit)
      .execute();
  }

  /** The transcript before `seq`, oldest first, the `limit` rows nearest to it. */
  async transcriptBefore(conversationId: string, seq: number, limit: number): Promise<TranscriptActivity[]> {
    const rows = await this.#query
      .selectFrom('activity')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('seq', '<', seq)
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute();
    return rows.reverse();
  }

  async seqOfMessage(conversationId: string, messageId: string): Promise<number | undefined> {
    return (await this.messageOf(conversationId, messageId))?.seq;
  }

  /** Where a message with this id stands in the transcript, and whose it is. */
  messageOf(conversationId: string, messageId: string) {
    return this.#query
      .selectFrom('activity')
      .select(['seq', 'author', 'author_id'])
      .where('conversation_id', '=', conversationId)
      .where('message_id', '=', messageId)
      .executeTakeFirst();
  }
}

/** What a conversation begins as. */
export function newConversation(given: {
  id: string;
  channel: string;
  thread: string;
  userId: string;
  userName?: string | null;
  reference?: string | null;
  language?: string | null;
  now: number;
}): Conversation {
  return {
    id: given.id,
    channel: given.channel,
    thread: given.thread,
    user_id: given.userId,
    user_name: given.userName ?? null,
    reference: given.reference ?? null,
    language: given.language ?? null,
    seq: 0,
    version: 0,
    session_id: null,
    created_at: given.now,
    updated_at: given.now,
  };
}
