import { type Kysely, sql } from 'kysely';
import { SHARED_TICKETS } from '../domain/delivery/shared-tickets.ts';
import { type WebhookSubject, webhookEventOf } from '../domain/delivery/webhook-events.ts';
import { type Statement, statement } from './database.ts';
import type { Tables } from './tables.ts';

export interface FannedOut {
  readonly subject: WebhookSubject;
  readonly id: string;
  /** Of the entry in the subject's history. */
  readonly entryType: string;
  readonly at: number;
}

/**
 * Sends the newest entry of a ticket's or an incident's history to every endpoint that wants to hear of such. Stands in
 * the same commit, right behind the entry: what is told has happened, and nothing that has happened is not told. Of tickets
 * that other systems don't see, nothing is sent.
 */
export function webhookFanOut(query: Kysely<Tables>, { subject, id, entryType, at }: FannedOut): Statement[] {
  const type = webhookEventOf(subject, entryType);
  if (type === null) return [];
  const newest =
    subject === 'ticket'
      ? sql<number>`(select max(seq) from ticket_event where ticket_id = ${id})`
      : sql<number>`(select max(seq) from incident_event where incident_id = ${id})`;
  const told = query
    .selectFrom('webhook_endpoint as endpoint')
    .select([
      sql<string>`endpoint.id || '_' || cast(${id} as text) || '_' || ${newest}`.as('id'),
      'endpoint.id as endpoint_id',
      sql<WebhookSubject>`cast(${subject} as text)`.as('subject_kind'),
      sql<string>`cast(${id} as text)`.as('subject_id'),
      newest.as('seq'),
      sql<string>`cast(${type} as text)`.as('type'),
      sql<'due'>`'due'`.as('state'),
      sql<number>`0`.as('tries'),
      sql<number>`cast(${at} as bigint)`.as('due_at'),
      sql<number>`cast(${at} as bigint)`.as('created_at'),
    ])
    .where('endpoint.active', '=', 1)
    .where('endpoint.events', 'like', `%"${type}"%`)
    .$if(subject === 'ticket', (endpoints) =>
      endpoints.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('ticket')
            .select(sql`1`.as('one'))
            .where('ticket.id', '=', id)
            .where('ticket.kind', 'in', SHARED_TICKETS),
        ),
      ),
    );
  const insert = query
    .insertInto('webhook_delivery')
    .columns([
      'id',
      'endpoint_id',
      'subject_kind',
      'subject_id',
      'seq',
      'type',
      'state',
      'tries',
      'due_at',
      'created_at',
    ])
    .expression(told);
  return [statement(insert)];
}
