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

  /** What supplies an account: its village, and the devices from its service up to the substation. */
  async supplyOf(accountId: string): Promise<{ villageCode: string; deviceIds: string[] } | undefined> {
    const premises = await this.#query
      .selectFrom('account')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .select(['premises.village_code', 'premises.device_id'])
      .where('account.id', '=', accountId)
      .executeTakeFirst();
    if (!premises) return undefined;
    const above = await this.#query
      .withRecursive('above', (query) =>
        query
          .selectFrom('network_device')
          .select(['id', 'parent_id'])
          .where('id', '=', premises.device_id)
          .unionAll(
            query
              .selectFrom('network_device')
              .innerJoin('above', 'above.parent_id', 'network_device.id')
              .select(['network_device.id', 'network_device.parent_id']),
          ),
      )
      .selectFrom('above')
      .select('id')
      .execute();
    return { villageCode: premises.village_code, deviceIds: above.map(({ id }) => id) };
  }
}
