import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { RatingTable } from '../tables/conversation-tables.ts';
import type { Tables } from '../tables.ts';

/** Ratings: one a service session, written once. */
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
  rate(rating: Selectable<RatingTable>): Statement {
    const insert = this.#query
      .insertInto('rating')
      .values(rating)
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'rated' });
  }
}
