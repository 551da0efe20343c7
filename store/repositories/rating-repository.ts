import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { RatingTable } from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';

export type Rating = Selectable<RatingTable>;

/** From one moment on and before the other; milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
}

export interface RatingPosition {
  readonly created_at: number;
  readonly session_id: string;
}

export interface RatingFilter extends Stretch {
  /** Null: the bot's own. */
  readonly agent?: string | null | undefined;
  readonly atMost?: number | undefined;
  /** Leaves out those given to one agent. */
  readonly notOf?: string | undefined;
}

/** Ratings: one a service session, written once; the store itself refuses to change one. */
export class RatingRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Who would be rated, or null where the session is not the conversation's, not closed, or rated already. */
  async ratable(sessionId: string, conversationId: string): Promise<{ agentId: string | null } | null> {
    const row = await this.#query
      .selectFrom('service_session')
      .leftJoin('rating', 'rating.session_id', 'service_session.id')
      .select(['service_session.agent_id', 'rating.session_id as rated'])
      .where('service_session.id', '=', sessionId)
      .where('service_session.conversation_id', '=', conversationId)
      .where('service_session.state', '=', 'closed')
      .executeTakeFirst();
    return row && row.rated === null ? { agentId: row.agent_id } : null;
  }

  /** Refused as `rated` where somebody was faster. */
  rate(rating: Rating): Statement {
    const insert = this.#query
      .insertInto('rating')
      .values(rating)
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'rated' });
  }

  /** What was rated in a stretch of time, the oldest first: what figures are made from. */
  within({ from, before }: Stretch) {
    return this.#query
      .selectFrom('rating')
      .innerJoin('service_session as session', 'session.id', 'rating.session_id')
      .select(['rating.agent_id', 'rating.score', 'rating.created_at', 'session.skill'])
      .where('rating.created_at', '>=', from)
      .where('rating.created_at', '<', before)
      .orderBy('rating.created_at')
      .execute();
  }

  /** How many sessions that could have been rated were closed, by who closed them and the queue they belonged to. */
  async asked({ from, before }: Stretch): Promise<{ agent_id: string | null; skill: string; count: number }[]> {
    const rows = await this.#query
      .selectFrom('service_session')
      .select(['agent_id', 'skill', sql<number>`count(*)`.as('count')])
      .where('state', '=', 'closed')
      .where('closed_at', '>=', from)
      .where('closed_at', '<', before)
      // What was only small talk is closed without a question.
      .where((where) => where.or([where('closed_by', '<>', 'idle'), where('intent', 'is not', null)]))
      .groupBy(['agent_id', 'skill'])
      .execute();
    return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
  }

  /** One by one, the newest first. */
  page(
    { from, before, agent, atMost, notOf }: RatingFilter,
    { after, limit }: { readonly after?: RatingPosition | undefined; readonly limit: number },
  ) {
    let query = this.#query
      .selectFrom('rating')
      .innerJoin('service_session as session', 'session.id', 'rating.session_id')
      .leftJoin('rating_follow_up as follow_up', 'follow_up.session_id', 'rating.session_id')
      .select(['rating.session_id', 'rating.agent_id', 'rating.score', 'rating.words', 'rating.created_at'])
      .select(['session.skill', 'session.intent', 'session.disposition', 'follow_up.state as follow_up'])
      .where('rating.created_at', '>=', from)
      .where('rating.created_at', '<', before);
    if (agent !== undefined) query = query.where('rating.agent_id', agent === null ? 'is' : '=', agent);
    if (notOf !== undefined) query = query.where(isNotOf(notOf));
    if (atMost !== undefined) query = query.where('rating.score', '<=', atMost);
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('rating.created_at', 'rating.session_id'), '<', tuple(after.created_at, after.session_id)),
      );
    }
    return query.orderBy('rating.created_at', 'desc').orderBy('rating.session_id', 'desc').limit(limit).execute();
  }

  /** In which rows of a conversation's transcript ratings were given, and of whom. */
  givenIn(conversationId: string): Promise<Pick<Rating, 'seq' | 'agent_id'>[]> {
    return this.#query
      .selectFrom('rating')
      .select(['seq', 'agent_id'])
      .where('conversation_id', '=', conversationId)
      .execute();
  }
}

/** Null is the bot's, and nobody's own. */
export function isNotOf(staffId: string) {
  return sql<boolean>`(rating.agent_id is null or rating.agent_id <> ${staffId})`;
}
