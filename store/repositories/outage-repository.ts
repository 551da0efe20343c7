import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { IncidentTable, PlannedOutageTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';

export type Incident = Selectable<IncidentTable>;
export type PlannedOutage = Selectable<PlannedOutageTable>;

/** Outages that are known: faults being worked on, and planned work. */
export class OutageRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  openIncidents(): Promise<Incident[]> {
    return this.#query
      .selectFrom('incident')
      .selectAll()
      .where('state', '!=', 'restored')
      .orderBy('opened_at', 'desc')
      .limit(500)
      .execute();
  }

  /** Going on or ahead at `now`, the next one first. */
  plannedFrom(now: number): Promise<PlannedOutage[]> {
    return this.#query
      .selectFrom('planned_outage')
      .selectAll()
      .where('to_at', '>', now)
      .orderBy('from_at')
      .limit(500)
      .execute();
  }

  /** Town and village of the premises that an account is supplied at. */
  areaOfAccount(accountId: string): Promise<{ town_code: string; village_code: string } | undefined> {
    return this.#query
      .selectFrom('account')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .select(['premises.town_code', 'premises.village_code'])
      .where('account.id', '=', accountId)
      .executeTakeFirst();
  }
}
