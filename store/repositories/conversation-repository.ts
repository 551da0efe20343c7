import type { Selectable } from 'kysely';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import { RecentRows, type ShownRow } from '../recent-rows.ts';
import type { ActivityTable, ConversationTable, ServiceSessionTable } from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';
import { reading } from '../template.ts';
import { readNextTurn, type TurnSnapshot } from './next-turn.ts';

export type Conversation = Selectable<ConversationTable>;
export type TranscriptActivity = Selectable<ActivityTable>;
export type ServiceSession = Selectable<ServiceSessionTable>;

/** Reads conversations and their transcripts. */
export class ConversationRepository {
  readonly #query: Kysely<Tables>;
  readonly #byId;
  readonly #after;
  readonly #nextTurn;
  readonly #recent = new RecentRows();

  constructor(database: Database) {
    const { query } = database;
    this.#query = query;
    this.#byId = reading<{ id: string }, Conversation>(database, (p) =>
      query.selectFrom('conversation').selectAll().where('id', '=', p('id')),
    );
    this.#after = reading<{ id: string; seq: number; limit: number }, TranscriptActivity>(database, (p) =>
      query
        .selectFrom('activity')
        .selectAll()
        .where('conversation_id', '=', p('id'))
        .where('seq', '>', p('seq'))
        .orderBy('seq')
        .limit(p('limit')),
    );
    this.#nextTurn = readNextTurn(database);
  }

  async byId(id: string): Promise<Conversation | undefined> {
    return (await this.#byId({ id }))[0];
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
  nextTurn(id: string): Promise<TurnSnapshot | null> {
    return this.#nextTurn(id);
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
    return this.#after({ id: conversationId, seq, limit });
  }

  activityAt(conversationId: string, seq: number): Promise<TranscriptActivity | undefined> {
    return this.#query
      .selectFrom('activity')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .executeTakeFirst();
  }

  /** Rows that this process has just committed, for those who are told of them. */
  justWritten(conversationId: string, rows: readonly ShownRow[]): void {
    if (rows.length > 0) this.#recent.add(conversationId, rows);
  }

  /** The transcript after `seq`, of which it is known that it goes up to `upTo`; from memory where it was written here. */
  async newsAfter(
    conversationId: string,
    seq: number,
    { upTo, limit }: { upTo: number; limit: number },
  ): Promise<ShownRow[]> {
    const known = this.#recent.between(conversationId, seq, upTo);
    return known ?? this.transcriptAfter(conversationId, seq, limit);
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
