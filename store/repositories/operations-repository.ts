import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

/** Counts that operators watch. */
export class OperationsRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  async queuedSessions(): Promise<number> {
    const row = await this.#query
      .selectFrom('service_session')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', '=', 'queued')
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async outboxDue(): Promise<number> {
    const row = await this.#query
      .selectFrom('outbox')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', 'in', ['due', 'sending'])
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async webhooksDue(): Promise<number> {
    const row = await this.#query
      .selectFrom('webhook_delivery')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', 'in', ['due', 'sending'])
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async auditUnchained(): Promise<number> {
    const row = await this.#query
      .selectFrom('audit_pending')
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async openIncidents(): Promise<number> {
    const row = await this.#query
      .selectFrom('incident')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', 'in', ['probable', 'confirmed'])
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async feedersDue(now: number): Promise<number> {
    const row = await this.#query
      .selectFrom('feeder_look')
      .select(sql<number>`count(*)`.as('count'))
      .where('due_at', 'is not', null)
      .where('due_at', '<=', now)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async deadLetters(): Promise<number> {
    const [inbound, outbound, webhooks] = await Promise.all([
      this.#query
        .selectFrom('activity')
        .select(sql<number>`count(*)`.as('count'))
        .where('handling', '=', sql.lit('dead'))
        .executeTakeFirst(),
      this.#query
        .selectFrom('outbox')
        .select(sql<number>`count(*)`.as('count'))
        .where('state', '=', 'dead')
        .executeTakeFirst(),
      this.#query
        .selectFrom('webhook_delivery')
        .select(sql<number>`count(*)`.as('count'))
        .where('state', '=', 'dead')
        .executeTakeFirst(),
    ]);
    return [inbound, outbound, webhooks].reduce((sum, row) => sum + Number(row?.count ?? 0), 0);
  }
}
