import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import { RESTORED_STATES } from '../../domain/tickets/ticket-states.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { IncidentEventTable, IncidentTable, IncidentTicketTable } from '../tables/incident-tables.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { webhookFanOut } from '../webhook-fan-out.ts';
import { CLOCKED, type ClockedRow } from './clocked-columns.ts';
import { leastBusy, type Wanted } from './least-busy.ts';

export type StoredIncident = Selectable<IncidentTable>;
export type StoredIncidentEvent = Selectable<IncidentEventTable>;
export type IncidentTicket = Selectable<TicketTable> &
  Pick<Selectable<IncidentTicketTable>, 'incident_id' | 'joined_at' | 'by_hand'>;

export interface IncidentTally {
  readonly tickets: number;
  readonly chases: number;
  /** Of the ticket that was chased up most often. */
  readonly mostChases: number;
}

export type FirstTicket = Pick<IncidentTicket, 'incident_id' | 'number'> & ClockedRow;

export type BriefTicket = Pick<
  IncidentTicket,
  | 'id'
  | 'number'
  | 'state'
  | 'severity'
  | 'reasons'
  | 'created_at'
  | 'updated_at'
  | 'resolved_at'
  | 'closed_at'
  | 'incident_id'
  | 'by_hand'
>;

export interface IncidentEntry {
  readonly at: number;
  /** `system`, another system's name, or a staff id. */
  readonly actor: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is absent is not asked for. */
export interface WantedIncidents {
  readonly severity?: StoredIncident['severity'] | undefined;
  readonly feederId?: string | undefined;
  readonly responsibleId?: string | undefined;
  readonly withoutCrew?: boolean | undefined;
}

export interface OpenTally {
  readonly count: number;
  /** Of the gravest. */
  readonly severity: StoredIncident['severity'];
}

export type Joining =
  | { readonly at: number; readonly byHand: true }
  | {
      readonly at: number;
      readonly byHand: false;
      /** The incidents on which a person had put tickets when they were read, by ticket. */
      readonly standing?: ReadonlyMap<string, string>;
    };

const OPEN = ['probable', 'confirmed'] as const;
const JOINED_AT_ONCE = 200;

/** Faults of the network: what is written as statements for a commit, what is read at once. */
export class IncidentRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Open ones, the gravest first, then those where life is at risk, then the oldest. */
  open(limit: number, wanted: WantedIncidents = {}): Promise<StoredIncident[]> {
    return this.#wanted(wanted)
      .where('state', 'in', OPEN)
      .orderBy('severity')
      .orderBy('life_at_risk', 'desc')
      .orderBy('opened_at')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** All that are open, by feeder. */
  async openByFeeder(): Promise<ReadonlyMap<string, OpenTally>> {
    const rows = await this.#query
      .selectFrom('incident')
      .select('feeder_id')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('severity').as('severity')])
      .where('state', 'in', OPEN)
      .where('feeder_id', 'is not', null)
      .groupBy('feeder_id')
      .execute();
    return new Map(
      rows.flatMap(({ feeder_id, count, severity }) =>
        feeder_id === null ? [] : [[feeder_id, { count: Number(count), severity }] as const],
      ),
    );
  }

  /** Probable ones of which nothing is settled, at their feeder's own device. */
  trippedFeeders(): Promise<StoredIncident[]> {
    return this.#query
      .selectFrom('incident')
      .selectAll()
      .where('state', '=', 'probable')
      .where('pinned', '=', 0)
      .where('within_id', 'is', null)
      .whereRef('device_id', '=', 'feeder_id')
      .orderBy('opened_at')
      .orderBy('id')
      .execute();
  }

  #wanted({ severity, feederId, responsibleId, withoutCrew = false }: WantedIncidents) {
    return this.#query
      .selectFrom('incident')
      .selectAll()
      .$if(severity !== undefined, (query) => query.where('severity', '=', severity ?? 'P1'))
      .$if(feederId !== undefined, (query) => query.where('feeder_id', '=', feederId ?? ''))
      .$if(responsibleId !== undefined, (query) => query.where('responsible_id', '=', responsibleId ?? ''))
      .$if(withoutCrew, (query) => query.where('crew', 'is', null));
  }

  openOfFeeder(feederId: string): Promise<StoredIncident[]> {
    return this.#query
      .selectFrom('incident')
      .selectAll()
      .where('state', 'in', OPEN)
      .where('feeder_id', '=', feederId)
      .orderBy('opened_at')
      .orderBy('id')
      .execute();
  }

  openAtDevices(deviceIds: readonly string[]): Promise<StoredIncident[]> {
    if (deviceIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('incident')
      .selectAll()
      .where('state', 'in', OPEN)
      .where('device_id', 'in', deviceIds)
      .orderBy('opened_at')
      .execute();
  }

  /** Those that changed last, first. */
  inStates(
    states: readonly StoredIncident['state'][],
    limit: number,
    wanted: WantedIncidents = {},
  ): Promise<StoredIncident[]> {
    return this.#wanted(wanted)
      .where('state', 'in', states)
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  byNumber(number: string): Promise<StoredIncident | undefined> {
    return this.#query.selectFrom('incident').selectAll().where('number', '=', number).executeTakeFirst();
  }

  byId(id: string): Promise<StoredIncident | undefined> {
    return this.#query.selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Tickets of incidents, whatever has become of them, the oldest first. */
  tickets(incidentIds: readonly string[]): Promise<IncidentTicket[]> {
    if (incidentIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('incident_ticket as joined')
      .innerJoin('ticket', 'ticket.id', 'joined.ticket_id')
      .selectAll('ticket')
      .select(['joined.incident_id', 'joined.joined_at', 'joined.by_hand'])
      .where('joined.incident_id', 'in', incidentIds)
      .orderBy('ticket.created_at')
      .orderBy('ticket.id')
      .execute();
  }

  /** How many tickets incidents have, and how often those were chased up. */
  async tallies(incidentIds: readonly string[]): Promise<ReadonlyMap<string, IncidentTally>> {
    if (incidentIds.length === 0) return new Map();
    const rows = await this.#query
      .selectFrom('incident_ticket as joined')
      .innerJoin('ticket', 'ticket.id', 'joined.ticket_id')
      .select('joined.incident_id')
      .select(({ fn }) => [fn.countAll<number>().as('tickets'), fn.sum<number>('ticket.chases').as('chases')])
      .select(({ fn }) => fn.max<number>('ticket.chases').as('most_chases'))
      .where('joined.incident_id', 'in', incidentIds)
      .groupBy('joined.incident_id')
      .execute();
    return new Map(
      rows.map(({ incident_id, tickets, chases, most_chases }) => [
        incident_id,
        { tickets: Number(tickets), chases: Number(chases), mostChases: Number(most_chases) },
      ]),
    );
  }

  /** Of an incident's unresolved tickets, those whose clocks may run out first: the earliest of each kind of clock. */
  firstTickets(incidentIds: readonly string[]): Promise<FirstTicket[]> {
    if (incidentIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom((from) =>
        from
          .selectFrom('incident_ticket as joined')
          .innerJoin('ticket', 'ticket.id', 'joined.ticket_id')
          .select(['joined.incident_id', 'ticket.number', ...CLOCKED.map((column) => `ticket.${column}` as const)])
          .select(
            sql<number>`row_number() over (
              partition by joined.incident_id, ticket.kind, ticket.severity, ticket.zone, ticket.important,
                case when ticket.arrived_at is null then 0 else 1 end,
                case when ticket.dispatched_at is null then 0 else 1 end,
                case when ticket.returned_at is not null and ticket.redispatched_at is null then 0 else 1 end
              order by case when ticket.returned_at is not null and ticket.redispatched_at is null
                then ticket.returned_at else coalesce(ticket.arrived_at, ticket.created_at) end, ticket.id)`.as(
              'place',
            ),
          )
          .where('joined.incident_id', 'in', incidentIds)
          .where('ticket.closed_at', 'is', null)
          .where('ticket.resolved_at', 'is', null)
          .as('first'),
      )
      .select(['incident_id', 'number', ...CLOCKED])
      .where('place', '=', 1)
      .execute();
  }

  /** Those that `openOnFeeder` does not tell of: over, restored, or from elsewhere; as much as inference asks of them. */
  otherTickets(incidentIds: readonly string[], feederId: string): Promise<BriefTicket[]> {
    if (incidentIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('incident_ticket as joined')
      .innerJoin('ticket', 'ticket.id', 'joined.ticket_id')
      .leftJoin('report_feeder as near', (join) =>
        join.onRef('near.ticket_id', '=', 'ticket.id').on('near.feeder_id', '=', feederId),
      )
      .select(['ticket.id', 'ticket.number', 'ticket.state', 'ticket.severity', 'ticket.reasons', 'ticket.created_at'])
      .select(['ticket.updated_at', 'ticket.resolved_at', 'ticket.closed_at', 'joined.incident_id', 'joined.by_hand'])
      .where('joined.incident_id', 'in', incidentIds)
      .where((where) =>
        where.or([
          where('near.ticket_id', 'is', null),
          where('ticket.closed_at', 'is not', null),
          where('ticket.state', 'in', RESTORED_STATES),
        ]),
      )
      .execute();
  }

  /** Which incidents tickets belong to. */
  ofTickets(ticketIds: readonly string[]): Promise<Selectable<IncidentTicketTable>[]> {
    if (ticketIds.length === 0) return Promise.resolve([]);
    return this.#query.selectFrom('incident_ticket').selectAll().where('ticket_id', 'in', ticketIds).execute();
  }

  /** Feeders of the open incidents that tickets belong to. */
  async feedersOfTickets(ticketIds: readonly string[]): Promise<string[]> {
    if (ticketIds.length === 0) return [];
    const rows = await this.#query
      .selectFrom('incident_ticket as joined')
      .innerJoin('incident', 'incident.id', 'joined.incident_id')
      .select('incident.feeder_id')
      .distinct()
      .where('joined.ticket_id', 'in', ticketIds)
      .where('incident.state', 'in', OPEN)
      .execute();
    return rows.flatMap(({ feeder_id }) => feeder_id ?? []);
  }

  history(incidentId: string): Promise<StoredIncidentEvent[]> {
    return this.#query
      .selectFrom('incident_event')
      .selectAll()
      .where('incident_id', '=', incidentId)
      .orderBy('seq')
      .execute();
  }

  /** Unsettled ones for which nobody who still works here is responsible. */
  withoutResponsible(limit: number): Promise<StoredIncident[]> {
    return this.#query
      .selectFrom('incident')
      .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'incident.responsible_id').on('staff.active', '=', 1))
      .selectAll('incident')
      .where('incident.state', 'in', ['probable', 'confirmed', 'restored'])
      .where('incident.closed_at', 'is', null)
      .where('staff.id', 'is', null)
      .orderBy('incident.opened_at')
      .limit(limit)
      .execute();
  }

  /** Whoever is on duty for faults, or else of the dispatchers, or the supervisors; null where nobody is there. */
  async leastBusy(at: number): Promise<string | null> {
    const row = await this.#query.selectNoFrom(leastBusy(dispatching(at)).as('id')).executeTakeFirst();
    return row?.id ?? null;
  }

  /**
   * Opens one; refused as `incident_number` where another has drawn the same number. Somebody is responsible from the first
   * moment: whoever is on duty for faults, or else of the dispatchers, or the supervisors, whoever has the fewest tickets.
   */
  add(incident: Omit<StoredIncident, 'responsible_id' | 'version'>, entry: IncidentEntry): Statement[] {
    const insert = this.#query
      .insertInto('incident')
      .values({ ...incident, version: 1, responsible_id: leastBusy(dispatching(incident.opened_at)) })
      .onConflict((conflict) => conflict.doNothing());
    return [statement(insert, { expect: 1, refusal: 'incident_number' }), ...this.#tell(incident.id, entry)];
  }

  /** Changes one and enters why; refused as `version` where it is no longer the version that was read. */
  amend(
    { id, version }: Pick<StoredIncident, 'id' | 'version'>,
    change: Partial<StoredIncident>,
    entries: readonly IncidentEntry[],
  ): Statement[] {
    const at = entries.at(-1)?.at;
    const update = this.#query
      .updateTable('incident')
      .set({ ...change, ...(at === undefined ? {} : { updated_at: at }), version: sql<number>`version + 1` })
      .where('id', '=', id)
      .where('version', '=', version);
    return [statement(update, { expect: 1, refusal: 'version' }), ...entries.flatMap((entry) => this.#tell(id, entry))];
  }

  /**
   * Puts tickets on an incident, wherever they were before. Inference is refused as `by_hand` where a person has put one
   * of them somewhere meanwhile.
   */
  join(incidentId: string, ticketIds: readonly string[], given: Joining): Statement[] {
    const row = { incident_id: incidentId, joined_at: given.at, by_hand: given.byHand ? 1 : 0 };
    const chunks = Array.from({ length: Math.ceil(ticketIds.length / JOINED_AT_ONCE) }, (_, at) =>
      ticketIds.slice(at * JOINED_AT_ONCE, (at + 1) * JOINED_AT_ONCE),
    );
    return chunks.map((chunk) =>
      statement(
        this.#query
          .insertInto('incident_ticket')
          .values(chunk.map((ticket_id) => ({ ticket_id, ...row })))
          .onConflict((conflict) => {
            const update = conflict.column('ticket_id').doUpdateSet(row);
            return given.byHand ? update : update.where((where) => asRead(where, chunk, given.standing));
          }),
        { expect: chunk.length, refusal: 'by_hand' },
      ),
    );
  }

  /** Enters an event and sends it to whoever wants to hear of such. */
  #tell(id: string, entry: IncidentEntry): Statement[] {
    const told = { subject: 'incident', id, entryType: entry.type, at: entry.at } as const;
    return [this.enter(id, entry), ...webhookFanOut(this.#query, told)];
  }

  enter(incidentId: string, { at, actor, type, data }: IncidentEntry): Statement {
    return statement(
      this.#query.insertInto('incident_event').values(({ selectFrom }) => ({
        incident_id: incidentId,
        seq: selectFrom('incident_event')
          .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('seq'))
          .where('incident_id', '=', incidentId),
        at,
        actor,
        type,
        data: JSON.stringify(data),
      })),
      { expect: 1 },
    );
  }
}

/** Nobody has put them anywhere by hand, but for those that were where they still are. */
function asRead(
  where: ExpressionBuilder<Tables, 'incident_ticket'>,
  ticketIds: readonly string[],
  standing: ReadonlyMap<string, string> = new Map(),
) {
  const known = ticketIds.flatMap((ticket) => {
    const incident = standing.get(ticket);
    return incident === undefined ? [] : [{ ticket, incident }];
  });
  return where.or([
    where('incident_ticket.by_hand', '=', 0),
    ...known.map(({ ticket, incident }) =>
      where.and([where('incident_ticket.ticket_id', '=', ticket), where('incident_ticket.incident_id', '=', incident)]),
    ),
  ]);
}

function dispatching(at: number): Wanted {
  return { role: 'dispatcher', queue: 'fault', at };
}
