import { type Kysely, type Selectable, sql } from 'kysely';
import type { DeliveryVerdict } from '../../domain/delivery/judge-delivery.ts';
import type { Database, Statement } from '../database.ts';
import { type LeasedRow, LeasedRows, type LeaseTerms } from '../leased-rows.ts';
import type { WebhookDeliveryTable } from '../tables/integration-tables.ts';
import type { TicketEventTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
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
  readonly event: Pick<Selectable<TicketEventTable>, 'at' | 'actor' | 'data'>;
  /** As it stands now. */
  readonly ticket: PlacedTicket;
}

/** What has yet to be told to other systems: in order within a ticket, each endpoint by itself. */
export class WebhookRepository {
  readonly #query: Kysely<Tables>;
  readonly #rows: LeasedRows;
  readonly #tickets: IntegrationTicketRepository;

  constructor(database: Database) {
    this.#query = database.query;
    this.#rows = new LeasedRows(database, { table: 'webhook_delivery', lane: ['endpoint_id', 'subject_id'] });
    this.#tickets = new IntegrationTicketRepository(database);
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
    const [secrets, tickets] = await Promise.all([
      this.#secretsOf(
        rows.map(({ endpoint_id }) => endpoint_id),
        terms.now,
      ),
      this.#tickets.byIds(rows.map(({ subjectId }) => subjectId)),
    ]);
    return rows.flatMap(({ endpoint_id, active, contacts, at, actor, data, ...row }) => {
      const ticket = tickets.find(({ id }) => id === row.subjectId);
      const own = secrets.filter((secret) => secret.endpoint_id === endpoint_id).map(({ secret }) => secret);
      const event = { at, actor, data };
      return ticket ? [{ ...row, active: active === 1, contacts: contacts === 1, secrets: own, event, ticket }] : [];
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
      .innerJoin('ticket_event as event', (join) =>
        join.onRef('event.ticket_id', '=', 'delivery.subject_id').onRef('event.seq', '=', 'delivery.seq'),
      )
      .select(['delivery.id', 'delivery.endpoint_id', 'delivery.type', 'delivery.seq', 'delivery.tries'])
      .select(['delivery.subject_id as subjectId', 'delivery.due_at as leaseUntil'])
      .select(['endpoint.name as endpoint', 'endpoint.url', 'endpoint.contacts', 'endpoint.active'])
      .select(['event.at', 'event.actor', 'event.data'])
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
