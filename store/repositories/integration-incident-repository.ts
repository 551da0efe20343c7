import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { IncidentTable } from '../tables/incident-tables.ts';
import type { NetworkDeviceTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';
import type { TicketPosition } from './desk-ticket-repository.ts';

/** An incident with what tells other systems where it is and whom it concerns. */
export type PlacedIncident = Selectable<IncidentTable> & {
  readonly device_name: string | null;
  readonly device_kind: NetworkDeviceTable['kind'] | null;
  readonly ticket_numbers: readonly string[];
};

/** Reads incidents the way other systems look at them. */
export class IntegrationIncidentRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  async byNumber(number: string): Promise<PlacedIncident | undefined> {
    return (await this.#withTickets(await this.#placed().where('incident.number', '=', number).execute()))[0];
  }

  async byIds(ids: readonly string[]): Promise<PlacedIncident[]> {
    if (ids.length === 0) return [];
    return this.#withTickets(await this.#placed().where('incident.id', 'in', ids).execute());
  }

  /** Newest first. */
  async page(wanted: {
    readonly state?: PlacedIncident['state'] | undefined;
    readonly changedSince?: number | undefined;
    readonly after?: TicketPosition | undefined;
    readonly limit: number;
  }): Promise<PlacedIncident[]> {
    const { state, changedSince, after, limit } = wanted;
    let query = this.#placed();
    if (state !== undefined) query = query.where('incident.state', '=', state);
    if (changedSince !== undefined) query = query.where('incident.updated_at', '>=', changedSince);
    if (after !== undefined) {
      query = query.where((where) =>
        where.or([
          where('incident.opened_at', '<', after.created_at),
          where.and([where('incident.opened_at', '=', after.created_at), where('incident.id', '<', after.id)]),
        ]),
      );
    }
    const ordered = query.orderBy('incident.opened_at', 'desc').orderBy('incident.id', 'desc').limit(limit);
    return this.#withTickets(await ordered.execute());
  }

  #placed() {
    return this.#query
      .selectFrom('incident')
      .leftJoin('network_device', 'network_device.id', 'incident.device_id')
      .selectAll('incident')
      .select(['network_device.name as device_name', 'network_device.kind as device_kind']);
  }

  async #withTickets<T extends { readonly id: string }>(
    incidents: readonly T[],
  ): Promise<(T & Pick<PlacedIncident, 'ticket_numbers'>)[]> {
    if (incidents.length === 0) return [];
    const rows = await this.#query
      .selectFrom('incident_ticket')
      .innerJoin('ticket', 'ticket.id', 'incident_ticket.ticket_id')
      .select(['incident_ticket.incident_id', 'ticket.number'])
      .where(
        'incident_ticket.incident_id',
        'in',
        incidents.map(({ id }) => id),
      )
      .orderBy('ticket.created_at')
      .orderBy('ticket.id')
      .execute();
    const byIncident = Map.groupBy(rows, ({ incident_id }) => incident_id);
    return incidents.map((incident) => ({
      ...incident,
      ticket_numbers: (byIncident.get(incident.id) ?? []).map(({ number }) => number),
    }));
  }
}
