import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import type {
  ActivityTable,
  BotStateTable,
  ConversationTable,
  ServiceSessionTable,
} from '../tables/conversation-tables.ts';
import { reading } from '../template.ts';

export type BotState = Selectable<BotStateTable>;

/** All that a turn starts from, read together. */
export interface TurnSnapshot {
  readonly conversation: Selectable<ConversationTable>;
  /** The lowest unhandled inbound. */
  readonly inbound: Selectable<ActivityTable>;
  /** More inbound waits behind it. */
  readonly more: boolean;
  readonly session: Selectable<ServiceSessionTable> | null;
  readonly state: readonly BotState[];
}

/**
 * One question for all of it, in one moment of the database: as many rows as the conversation has documents of state, the
 * rest said again in each. Resolves with null where nothing waits to be handled.
 */
export function readNextTurn(database: Database): (conversationId: string) => Promise<TurnSnapshot | null> {
  const { query } = database;
  const read = reading<{ id: string }, Row>(database, (p) =>
    query
      .selectFrom('conversation')
      .innerJoin('activity', 'activity.conversation_id', 'conversation.id')
      .leftJoin('service_session', 'service_session.id', 'conversation.session_id')
      .leftJoin('bot_state', 'bot_state.conversation_id', 'conversation.id')
      .select([...CONVERSATION.selected, ...INBOUND.selected, ...SESSION.selected, ...STATE.selected] as never[])
      .select((one) =>
        one
          .selectFrom('activity as waiting')
          .select(({ fn }) => fn.max('waiting.seq').as('seq'))
          .where('waiting.conversation_id', '=', p('id'))
          .where('waiting.handling', '=', sql.lit('pending'))
          .as('last_waiting'),
      )
      .where('conversation.id', '=', p('id'))
      // By a subquery: SQLite answers it out of the index of what is pending, and would else read the whole conversation.
      .where('activity.seq', '=', (lowest) =>
        lowest
          .selectFrom('activity as waiting')
          .select(({ fn }) => fn.min('waiting.seq').as('seq'))
          .where('waiting.conversation_id', '=', p('id'))
          .where('waiting.handling', '=', sql.lit('pending')),
      ),
  );
  return async (id) => snapshotOf(await read({ id }));
}

function snapshotOf(rows: readonly Row[]): TurnSnapshot | null {
  const first = rows[0];
  if (!first) return null;
  const inbound = INBOUND.of(first);
  return {
    conversation: CONVERSATION.of(first),
    inbound,
    more: Number(first.last_waiting) > inbound.seq,
    session: first.session_id === null ? null : SESSION.of(first),
    state: first.state_key === null ? [] : rows.map(STATE.of),
  };
}

/** A table's columns under names of their own, and the way back. */
function columns<T>(table: string, prefix: string, names: readonly (keyof T & string)[]) {
  const aliases = names.map((name) => [name, `${prefix}_${name}`] as const);
  return {
    selected: aliases.map(([name, alias]) => `${table}.${name} as ${alias}`),
    of(row: Row): T {
      const own: Record<string, unknown> = {};
      for (const [name, alias] of aliases) own[name] = row[alias];
      return own as T;
    },
  };
}

const CONVERSATION = columns<Selectable<ConversationTable>>('conversation', 'conversation', [
  'id',
  'channel',
  'thread',
  'user_id',
  'user_name',
  'reference',
  'language',
  'seq',
  'version',
  'session_id',
  'created_at',
  'updated_at',
]);
const INBOUND = columns<Selectable<ActivityTable>>('activity', 'inbound', [
  'conversation_id',
  'seq',
  'direction',
  'author',
  'author_id',
  'session_id',
  'message_id',
  'body',
  'at',
  'handling',
  'tries',
]);
const SESSION = columns<Selectable<ServiceSessionTable>>('service_session', 'session', [
  'id',
  'conversation_id',
  'state',
  'agent_id',
  'skill',
  'severity',
  'language',
  'intent',
  'summary',
  'opened_at',
  'last_activity_at',
  'queued_at',
  'assigned_at',
  'first_response_at',
  'closed_at',
  'closed_by',
  'disposition',
  'corrections',
  'special_need',
  'returned_at',
  'given_back_by',
]);
const STATE = columns<BotState>('bot_state', 'state', ['key', 'conversation_id', 'value', 'updated_at']);
