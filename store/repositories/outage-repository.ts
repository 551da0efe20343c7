import type { Kysely, Selectable } from 'kysely';
import { MOST_PARAMETERS } from '../bulk-insert.ts';
import type { Database, Statement } from '../database.ts';
import type { IncidentTable } from '../tables/incident-tables.ts';
import type { PlannedOutageTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';

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
      .where('state', 'in', ['probable', 'confirmed'])
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

  /** Those of the ids that are there, whenever they are. */
  async plannedByIds(ids: readonly string[]): Promise<PlannedOutage[]> {
    const found: PlannedOutage[] = [];
    for (let from = 0; from < ids.length; from += MOST_PARAMETERS) {
      const chunk = ids.slice(from, from + MOST_PARAMETERS);
      found.push(...(await this.#query.selectFrom('planned_outage').selectAll().where('id', 'in', chunk).execute()));
    }
    return found;
  }

  /** Adds planned outages, and replaces those whose ids are there. */
  savePlanned(planned: readonly PlannedOutageTable[]): Statement[] {
    return upsertRows(this.#query, 'planned_outage', planned);
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
