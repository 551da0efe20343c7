import { type Kysely, type Selectable, sql } from 'kysely';
import type { DeliveryVerdict } from '../../domain/delivery/judge-delivery.ts';
import type { Database, Statement } from '../database.ts';
import { type LeasedRow, LeasedRows, type LeaseTerms } from '../leased-rows.ts';
import type { WebhookDeliveryTable } from '../tables/integration-tables.ts';
import type { TicketEventTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { IntegrationIncidentRepository, type PlacedIncident } from './integration-incident-repository.ts';
import { IntegrationTicketRepository, type PlacedTicket } from './integration-ticket-repository.ts';

/** An event on its way to an endpoint, with all that is sent. */
export interface WebhookDelivery extends LeasedRow {
  readonly endpoint: string;
  readonly url: string;
  readonly contacts: boolean;
  /** Whoever was shut out meanwhile is told nothing more. */
  readonly active: boolean;
  readonly type: WebhookDeliveryTable['type'];
  readonly subjectId: string;
  readonly seq: number;
  /** Base64, the newest first; several while one gives way to another. */
  readonly secrets: readonly string[];
  /** Null where there is nothing to tell (any more): what it is about is none that other systems see. */
  readonly told: WebhookContent | null;
}

export interface WebhookContent {
  readonly event: WebhookEntry;
  /** As it stands now. */
  readonly subject:
    | { readonly kind: 'ticket'; readonly ticket: PlacedTicket }
    | { readonly kind: 'incident'; readonly incident: PlacedIncident };
}

/** An entry of a history; its data is JSON. */
type WebhookEntry = Pick<Selectable<TicketEventTable>, 'at' | 'actor' | 'data'>;

/** What has yet to be told to other systems: in order within a ticket or an incident, each endpoint by itself. */
export class WebhookRepository {
  readonly #query: Kysely<Tables>;
  readonly #rows: LeasedRows;
  readonly #tickets: IntegrationTicketRepository;
  readonly #incidents: IntegrationIncidentRepository;

  constructor(database: Database) {
    this.#query = database.query;
    this.#rows = new LeasedRows(database, { table: 'webhook_delivery', lane: ['endpoint_id', 'subject_id'] });
    this.#tickets = new IntegrationTicketRepository(database);
    this.#incidents = new IntegrationIncidentRepository(database);
  }

  /** When the first is due, or the first lease ends; null where nothing waits. */
  nextAt(): Promise<number | null> {
    return this.#rows.nextAt();
  }

  /** Takes events as LeasedRows says, and reads what is sent of them. */
  async claim(terms: LeaseTerms): Promise<WebhookDelivery[]> {
    const ids = await this.#rows.claim(terms);
    if (ids.length === 0) return [];
    const rows = await this.#claimed(ids);
    const idsOf = (kind: WebhookDeliveryTable['subject_kind']) => [
      ...new Set(rows.flatMap((row) => (row.subject_kind === kind ? [row.subjectId] : []))),
    ];
    const [secrets, tickets, incidents] = await Promise.all([
      this.#secretsOf(
        rows.map(({ endpoint_id }) => endpoint_id),
        terms.now,
      ),
      this.#tickets.byIds(idsOf('ticket')),
      this.#incidents.byIds(idsOf('incident')),
    ]);
    const subjects = new Map<string, WebhookContent['subject']>([
      ...tickets.map((ticket) => [ticket.id, { kind: 'ticket', ticket }] as const),
      ...incidents.map((incident) => [incident.id, { kind: 'incident', incident }] as const),
    ]);
    return rows.map(({ endpoint_id, active, contacts, at, actor, data, subject_kind: _kind, ...row }) => {
      const subject = subjects.get(row.subjectId);
      const own = secrets.filter((secret) => secret.endpoint_id === endpoint_id).map(({ secret }) => secret);
      const complete = subject && at !== null && actor !== null && data !== null;
      const told = complete ? { event: { at, actor, data }, subject } : null;
      return { ...row, active: active === 1, contacts: contacts === 1, secrets: own, told };
    });
  }

  /** Reports on a try; refused as `lease_over` where the event is another's by now. */
  settle(delivery: Omit<LeasedRow, 'tries'>, verdict: DeliveryVerdict, now: number): Statement {
    return this.#rows.settle(delivery, verdict, now);
  }

  #claimed(ids: readonly string[]) {
    return this.#query
      .selectFrom('webhook_delivery as delivery')
      .innerJoin('webhook_endpoint as endpoint', 'endpoint.id', 'delivery.endpoint_id')
      .leftJoin('ticket_event as told', (join) =>
        join
          .onRef('told.ticket_id', '=', 'delivery.subject_id')
          .onRef('told.seq', '=', 'delivery.seq')
          .on('delivery.subject_kind', '=', 'ticket'),
      )
      .leftJoin('incident_event as news', (join) =>
        join
          .onRef('news.incident_id', '=', 'delivery.subject_id')
          .onRef('news.seq', '=', 'delivery.seq')
          .on('delivery.subject_kind', '=', 'incident'),
      )
      .select(['delivery.id', 'delivery.endpoint_id', 'delivery.type', 'delivery.seq', 'delivery.tries'])
      .select(['delivery.subject_kind', 'delivery.subject_id as subjectId', 'delivery.due_at as leaseUntil'])
      .select(['endpoint.name as endpoint', 'endpoint.url', 'endpoint.contacts', 'endpoint.active'])
      .select(({ fn }) => [
        fn.coalesce('told.at', 'news.at').as('at'),
        fn.coalesce('told.actor', 'news.actor').as('actor'),
        fn.coalesce('told.data', 'news.data').as('data'),
      ])
      .where('delivery.id', 'in', ids)
      .execute();
  }

  #secretsOf(endpointIds: readonly string[], now: number) {
    return this.#query
      .selectFrom('webhook_secret')
      .select(['endpoint_id', 'secret'])
      .where('endpoint_id', 'in', [...new Set(endpointIds)])
      .where((where) => where.or([where('retires_at', 'is', null), where('retires_at', '>', now)]))
      .orderBy(sql`coalesce(retires_at, 9007199254740991)`, 'desc')
      .orderBy('created_at', 'desc')
      .execute();
  }
}
