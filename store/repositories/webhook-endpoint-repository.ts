import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { WebhookEndpointTable } from '../tables/integration-tables.ts';
import type { Tables } from '../tables.ts';

export type WebhookEndpoint = Selectable<WebhookEndpointTable>;

/** Endpoints with their secrets, and what could not be told to them. */
export class WebhookEndpointRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  all(): Promise<WebhookEndpoint[]> {
    return this.#query.selectFrom('webhook_endpoint').selectAll().orderBy('name').execute();
  }

  byName(name: string): Promise<WebhookEndpoint | undefined> {
    return this.#query.selectFrom('webhook_endpoint').selectAll().where('name', '=', name).executeTakeFirst();
  }

  /** Refused as `taken` where another has this name. */
  add(endpoint: WebhookEndpoint, secret: { readonly id: string; readonly secret: string }): Statement[] {
    const insert = this.#query
      .insertInto('webhook_endpoint')
      .values(endpoint)
      .onConflict((conflict) => conflict.doNothing());
    return [
      statement(insert, { expect: 1, refusal: 'taken' }),
      this.#addSecret({ ...secret, endpointId: endpoint.id, at: endpoint.created_at }),
    ];
  }

  /** A new secret signs from now on; the one before it signs too until `retiresAt`, an older one no more. */
  rotate(
    endpointId: string,
    given: { readonly id: string; readonly secret: string; readonly at: number; readonly retiresAt: number },
  ): Statement[] {
    const secrets = this.#query.updateTable('webhook_secret').where('endpoint_id', '=', endpointId);
    return [
      statement(secrets.set({ retires_at: given.at }).where('retires_at', '>', given.at)),
      statement(secrets.set({ retires_at: given.retiresAt }).where('retires_at', 'is', null)),
      this.#addSecret({ ...given, endpointId }),
    ];
  }

  /** Nothing more is sent there, and what waits is given up; refused as `unknown`. */
  shut(name: string): Statement[] {
    const endpoints = this.#query.selectFrom('webhook_endpoint').select('id').where('name', '=', name);
    return [
      statement(
        this.#query.updateTable('webhook_endpoint').set({ active: 0 }).where('name', '=', name).where('active', '=', 1),
        { expect: 1, refusal: 'unknown' },
      ),
      statement(
        this.#query
          .updateTable('webhook_delivery')
          .set({ state: 'dead', last_error: 'endpoint_shut' })
          .where('state', '=', 'due')
          .where('endpoint_id', 'in', endpoints),
      ),
    ];
  }

  /** What was given up, newest first. */
  dead(limit: number) {
    return this.#query
      .selectFrom('webhook_delivery as delivery')
      .innerJoin('webhook_endpoint as endpoint', 'endpoint.id', 'delivery.endpoint_id')
      .leftJoin('ticket', 'ticket.id', 'delivery.subject_id')
      .leftJoin('incident', 'incident.id', 'delivery.subject_id')
      .select(['delivery.id', 'delivery.type', 'delivery.tries', 'delivery.last_error', 'delivery.created_at'])
      .select('endpoint.name as endpoint')
      .select(({ fn }) => fn.coalesce('ticket.number', 'incident.number').as('number'))
      .where('delivery.state', '=', 'dead')
      .where('delivery.state', '<>', sql.lit('sent'))
      .orderBy('delivery.created_at', 'desc')
      .limit(limit)
      .execute();
  }

  /** Lets it be sent anew; refused as `gone` where it is not given up. */
  revive(id: string, now: number): Statement {
    const revive = this.#query
      .updateTable('webhook_delivery')
      .set({ state: 'due', tries: 0, due_at: now, last_error: null })
      .where('id', '=', id)
      .where('state', '=', 'dead');
    return statement(revive, { expect: 1, refusal: 'gone' });
  }

  /** All that was given up for an endpoint of this name. */
  reviveAll(name: string, now: number): Statement {
    const endpoints = this.#query.selectFrom('webhook_endpoint').select('id').where('name', '=', name);
    return statement(
      this.#query
        .updateTable('webhook_delivery')
        .set({ state: 'due', tries: 0, due_at: now, last_error: null })
        .where('state', '=', 'dead')
        .where('endpoint_id', 'in', endpoints)
        .returning('id'),
    );
  }

  /** What has been told long ago. */
  forget(sentBefore: number): Statement {
    const old = this.#query.deleteFrom('webhook_delivery').where(sql<boolean>`state = 'sent'`);
    return statement(old.where('sent_at', '<', sentBefore));
  }

  #addSecret(given: { id: string; endpointId: string; secret: string; at: number }): Statement {
    const { id, endpointId, secret, at } = given;
    const row = { id, endpoint_id: endpointId, secret, created_at: at, retires_at: null };
    return statement(this.#query.insertInto('webhook_secret').values(row), { expect: 1 });
  }
}
