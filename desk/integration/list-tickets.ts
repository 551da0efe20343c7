import type { z } from 'zod';
import type {
  IntegrationTicket,
  IntegrationTicketList,
  ticketListQuerySchema,
} from '../../web/protocol/integration.ts';
import { noteLook } from '../look-log.ts';
import { readTicketCursor, writeTicketCursor } from '../tickets/ticket-cursor.ts';
import { type ApiClient, actorOf, type IntegrationParts } from './integration-parts.ts';
import { integrationTicket } from './integration-ticket.ts';

const USUAL_PAGE = 50;

/** A page of tickets, newest first; null where the cursor is none of ours. */
export async function listTickets(
  parts: Pick<IntegrationParts, 'repositories' | 'database' | 'nerve' | 'now' | 'newId'>,
  client: ApiClient,
  { cursor, limit = USUAL_PAGE, changedSince, ...wanted }: z.infer<typeof ticketListQuerySchema>,
): Promise<IntegrationTicketList | null> {
  const after = cursor === undefined ? undefined : readTicketCursor(cursor);
  if (after === null) return null;
  const found = await parts.repositories.tickets.page({
    ...wanted,
    changedSince: changedSince === undefined ? undefined : Date.parse(changedSince),
    after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const contacts = client.scopes.includes('contacts:read');
  if (contacts) await noteLook(parts, { staffId: actorOf(client) }, 'tickets');
  return {
    tickets: page.map((row) => integrationTicket(row, { contacts })),
    next: found.length > limit && last ? writeTicketCursor(last) : null,
  };
}

/** Null where there is no ticket of this number. */
export async function readTicket(
  parts: Pick<IntegrationParts, 'repositories' | 'database' | 'nerve' | 'now' | 'newId'>,
  client: ApiClient,
  number: string,
): Promise<IntegrationTicket | null> {
  const row = await parts.repositories.tickets.byNumber(number);
  if (!row) return null;
  const contacts = client.scopes.includes('contacts:read');
  if (contacts) await noteLook(parts, { staffId: actorOf(client) }, `ticket:${row.id}`);
  return integrationTicket(row, { contacts });
}
