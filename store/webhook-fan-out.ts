import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { WebhookEvent } from '../domain/delivery/webhook-events.ts';
import { type Statement, statement } from './database.ts';
import type { Tables } from './tables.ts';

export interface FannedOut {
  readonly ticketId: string;
  readonly type: WebhookEvent;
  readonly at: number;
}

/**
 * Sends the newest entry of a ticket's history to every endpoint that wants to hear of such. Stands in the same commit,
 * right behind the entry: what is told has happened, and nothing that has happened is not told.
 */
export function webhookFanOut(query: Kysely<Tables>, { ticketId, type, at }: FannedOut): Statement {
  const newest = query
    .selectFrom('ticket_event')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('ticket_id', '=', ticketId);
  const told = query
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('ticket_event as event', (join) =>
      join.on('event.ticket_id', '=', ticketId).on('event.seq', '=', newest),
    )
    .select([
      sql<string>`endpoint.id || '_' || event.ticket_id || '_' || event.seq`.as('id'),
      'endpoint.id as endpoint_id',
      sql<'ticket'>`'ticket'`.as('subject_kind'),
      'event.ticket_id as subject_id',
      'event.seq as seq',
      sql<string>`cast(${type} as text)`.as('type'),
      sql<'due'>`'due'`.as('state'),
      sql<number>`0`.as('tries'),
      sql<number>`cast(${at} as bigint)`.as('due_at'),
      sql<number>`cast(${at} as bigint)`.as('created_at'),
    ])
    .where('endpoint.active', '=', 1)
    .where('endpoint.events', 'like', `%"${type}"%`);
  return statement(
    query
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
      .expression(told),
  );
}
