import type { z } from 'zod';
import type {
  IntegrationTicket,
  IntegrationTicketList,
  ticketListQuerySchema,
} from '../../web/protocol/integration.ts';
import { readTicketCursor, writeTicketCursor } from '../tickets/ticket-cursor.ts';
import type { ApiClient, IntegrationParts } from './integration-parts.ts';
import { integrationTicket } from './integration-ticket.ts';

const USUAL_PAGE = 50;

/** A page of tickets, newest first; null where the cursor is none of ours. */
export async function listTickets(
  { repositories }: Pick<IntegrationParts, 'repositories'>,
  client: ApiClient,
  { cursor, limit = USUAL_PAGE, changedSince, ...wanted }: z.infer<typeof ticketListQuerySchema>,
): Promise<IntegrationTicketList | null> {
  const after = cursor === undefined ? undefined : readTicketCursor(cursor);
  if (after === null) return null;
  const found = await repositories.tickets.page({
    ...wanted,
    changedSince: changedSince === undefined ? undefined : Date.parse(changedSince),
    after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const contacts = client.scopes.includes('contacts:read');
  return {
    tickets: page.map((row) => integrationTicket(row, { contacts })),
    next: found.length > limit && last ? writeTicketCursor(last) : null,
  };
}

/** Null where there is no ticket of this number. */
export async function readTicket(
  { repositories }: Pick<IntegrationParts, 'repositories'>,
  client: ApiClient,
  number: string,
): Promise<IntegrationTicket | null> {
  const row = await repositories.tickets.byNumber(number);
  return row ? integrationTicket(row, { contacts: client.scopes.includes('contacts:read') }) : null;
}
