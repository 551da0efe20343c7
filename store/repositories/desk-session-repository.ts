import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import { queueRank } from '../queue-rank.ts';
import type { ActivityTable } from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';
import type { Conversation, ServiceSession } from './conversation-repository.ts';

/** A service session as the desk's lists show it. */
export interface DeskSession
  extends Pick<
    ServiceSession,
    | 'id'
    | 'conversation_id'
    | 'state'
    | 'agent_id'
    | 'skill'
    | 'severity'
    | 'intent'
    | 'opened_at'
    | 'queued_at'
    | 'assigned_at'
    | 'last_activity_at'
    | 'special_need'
    | 'returned_at'
  > {
  readonly language: string | null;
  readonly channel: string;
  readonly user_name: string | null;
  readonly seq: number;
  readonly agent_desk_name: string | null;
}

/** The last thing said in a conversation. */
export interface LastSaid extends Pick<ActivityTable, 'conversation_id' | 'author'> {
  /** JSON of an activity. */
  readonly body: string;
}

export type WaitingSession = Pick<ServiceSession, (typeof WAITING_COLUMNS)[number]>;

/** Reads service sessions the way the desk looks at them. */
export class DeskSessionRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  byId(id: string): Promise<DeskSession | undefined> {
    return this.#sessions().where('session.id', '=', id).executeTakeFirst();
  }

  /** Those that wait, in the order of domain/desk/queue-order; beyond `limit` the least urgent are left out. */
  queued(limit: number): Promise<DeskSession[]> {
    const [band, grade, need, since] = queueRank('session');
    return this.#open()
      .where('session.state', '=', 'queued')
      .orderBy(band)
      .orderBy(grade)
      .orderBy(need)
      .orderBy(since)
      .orderBy('session.id')
      .limit(limit)
      .execute();
  }

  /** An agent's own, oldest assignment first. */
  ownedBy(staffId: string, limit: number): Promise<DeskSession[]> {
    return this.#open()
      .where('session.state', '=', 'assigned')
      .where('session.agent_id', '=', staffId)
      .orderBy('session.assigned_at')
      .limit(limit)
      .execute();
  }

  /** What the bot or other agents are at, in the order of domain/desk/queue-order. */
  heldByOthers(staffId: string, limit: number): Promise<DeskSession[]> {
    return this.#open()
      .where((where) =>
        where.or([
          where('session.state', '=', 'bot'),
          where.and([where('session.state', '=', 'assigned'), where('session.agent_id', '<>', staffId)]),
        ]),
      )
      .orderBy(sql`coalesce(session.severity, 'P4')`)
      .orderBy('session.opened_at', 'desc')
      .orderBy('session.id')
      .limit(limit)
      .execute();
  }

  /** Who waits, with the least that tells the order, in that order. */
  waiting(limit: number): Promise<WaitingSession[]> {
    const [band, grade, need, since] = queueRank('service_session');
    return this.#query
      .selectFrom('service_session')
      .select(WAITING_COLUMNS)
      .where('state', '=', 'queued')
      .where('state', '<>', sql.lit('closed'))
      .orderBy(band)
      .orderBy(grade)
      .orderBy(need)
      .orderBy(since)
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** The last words or files of each; conversations in which nothing was said are left out. */
  lastSaid(conversationIds: readonly string[]): Promise<LastSaid[]> {
    if (conversationIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('conversation')
      .innerJoin('activity as last', (join) =>
        join.onRef('last.conversation_id', '=', 'conversation.id').on('last.seq', '=', lastSaidSeq),
      )
      .select(['last.conversation_id', 'last.author', 'last.body'])
      .where('conversation.id', 'in', conversationIds)
      .execute();
  }

  /** Earlier sessions of a conversation, newest first. */
  before(session: Pick<ServiceSession, 'id' | 'conversation_id' | 'opened_at'>, limit: number) {
    return this.#query
      .selectFrom('service_session')
      .select(['id', 'opened_at', 'intent', 'disposition'])
      .where('conversation_id', '=', session.conversation_id)
      .where('opened_at', '<=', session.opened_at)
      .where('id', '<>', session.id)
      .orderBy('opened_at', 'desc')
      .limit(limit)
      .execute();
  }

  /** The conversation first, so that a session read after it is never older than the version that guards both. */
  async forDecision(id: string): Promise<{ conversation: Conversation; session: ServiceSession } | null> {
    const conversation = await this.#query
      .selectFrom('conversation')
      .selectAll()
      .where('id', '=', ({ selectFrom }) =>
        selectFrom('service_session').select('conversation_id').where('id', '=', id),
      )
      .executeTakeFirst();
    if (!conversation) return null;
    const session = await this.#query.selectFrom('service_session').selectAll().where('id', '=', id).executeTakeFirst();
    return session ? { conversation, session } : null;
  }

  async conversationsOwnedBy(staffId: string, limit: number): Promise<string[]> {
    const rows = await this.#query
      .selectFrom('service_session')
      .select('conversation_id')
      .where('state', '=', 'assigned')
      .where('state', '<>', sql.lit('closed'))
      .where('agent_id', '=', staffId)
      .limit(limit)
      .execute();
    return rows.map((row) => row.conversation_id);
  }

  /** Said in so many words, for that lets both engines use the index on open sessions. */
  #open() {
    return this.#sessions().where('session.state', '<>', sql.lit('closed'));
  }

  #sessions() {
    return this.#query
      .selectFrom('service_session as session')
      .innerJoin('conversation', 'conversation.id', 'session.conversation_id')
      .leftJoin('staff', 'staff.id', 'session.agent_id')
      .select([
        'session.id',
        'session.conversation_id',
        'session.state',
        'session.agent_id',
        'session.skill',
        'session.severity',
        'session.intent',
        'session.opened_at',
        'session.queued_at',
        'session.assigned_at',
        'session.last_activity_at',
        'session.special_need',
        'session.returned_at',
        sql<string | null>`coalesce(session.language, conversation.language)`.as('language'),
        'conversation.channel',
        'conversation.user_name',
        'conversation.seq',
        'staff.desk_name as agent_desk_name',
      ]);
  }
}

const WAITING_COLUMNS = [
  'id',
  'conversation_id',
  'severity',
  'queued_at',
  'special_need',
  'returned_at',
  'skill',
  'language',
  'given_back_by',
] as const;

/** Walks a conversation's transcript back to the last words or files; events have neither, and notes between colleagues are not said. */
const lastSaidSeq = sql<number>`(
  select said.seq from activity as said
  where said.conversation_id = conversation.id and said.author <> 'system'
    and (said.author <> 'agent' or said.direction = 'out')
    and (said.body like '%"text":"_%' or said.body like '%"attachments":[{%')
  order by said.seq desc limit 1)`;
