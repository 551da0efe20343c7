import { gradeFault } from '../../domain/faults/severity.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { ticketNumber } from '../../domain/tickets/ticket-number.ts';
import type { PlacedTicket } from '../../store/repositories/integration-ticket-repository.ts';
import { asOpened, type NewTicket } from '../../store/repositories/ticket-book.ts';
import { type FaultReport, type IntegrationTicket, integrationTicketSchema } from '../../web/protocol/integration.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import { type ApiClient, actorOf, type IntegrationParts } from './integration-parts.ts';
import { integrationTicket } from './integration-ticket.ts';
import { type Asked, answeredBefore, keepAnswer } from './once.ts';

export type ReportOutcome =
  | { readonly kind: 'opened'; readonly ticket: IntegrationTicket }
  | { readonly kind: 'refused'; readonly reason: 'idempotency_key_reused' | 'unknown_account' | 'place_missing' };

export interface Reporting {
  readonly key: string;
  readonly report: FaultReport;
}

/** How often a number is drawn before something else must be wrong. */
const MOST_DRAWS = 10;

/** Opens a fault ticket for another system, graded by our own rule; the same key again gives the same answer. */
export async function reportFault(
  parts: IntegrationParts,
  client: ApiClient,
  { key, report }: Reporting,
): Promise<ReportOutcome> {
  const asked: Asked = { client, key, of: 'POST tickets', body: report };
  for (let draws = 0; draws < MOST_DRAWS; draws += 1) {
    const before = await answeredBefore(parts, asked);
    if (before.kind === 'same') return { kind: 'opened', ticket: integrationTicketSchema.parse(before.answer) };
    if (before.kind === 'other') return { kind: 'refused', reason: 'idempotency_key_reused' };
    const drawn = await draft(parts, report);
    if (drawn.kind === 'refused') return drawn;
    const ticket = await open(parts, asked, drawn);
    if (ticket) return { kind: 'opened', ticket };
  }
  throw new Error(`no ticket number was free in ${MOST_DRAWS} draws`);
}

type Draft =
  | Extract<ReportOutcome, { kind: 'refused' }>
  | { readonly kind: 'draft'; readonly ticket: NewTicket; readonly placed: Placed };

type Placed = Pick<PlacedTicket, 'zone' | 'device_id' | 'account_number'>;

async function draft(parts: IntegrationParts, report: FaultReport): Promise<Draft> {
  const { accountNumber = null, place, position } = report;
  const account = accountNumber === null ? undefined : await parts.repositories.tickets.account(accountNumber);
  if (accountNumber !== null && !account) return { kind: 'refused', reason: 'unknown_account' };
  if (!place && !position && !account) return { kind: 'refused', reason: 'place_missing' };
  const { severity, reasons } = gradeFault(report.facts);
  const at = parts.now();
  const day = localTimeOf(at, parts.timeZone).date.slice(2).replaceAll('-', '');
  const ticket: NewTicket = {
    id: parts.newId(),
    number: ticketNumber(day, parts.ticketDigits()),
    kind: 'fault',
    severity,
    reasons: JSON.stringify(reasons),
    facts: JSON.stringify(report.facts),
    place: place ?? account?.address ?? null,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    since: report.since ?? null,
    phone: report.phone ?? null,
    description: report.description,
    account_id: account?.id ?? null,
    conversation_id: null,
    session_id: null,
    responsible_role: 'dispatcher',
    language: null,
    created_at: at,
  };
  const placed = { zone: account?.zone ?? null, device_id: account?.device_id ?? null, account_number: accountNumber };
  return { kind: 'draft', ticket, placed };
}

/** Null where the number or the key was taken meanwhile. */
async function open(
  parts: IntegrationParts,
  asked: Asked,
  { ticket, placed }: Extract<Draft, { kind: 'draft' }>,
): Promise<IntegrationTicket | null> {
  const { repositories, database } = parts;
  const at = ticket.created_at;
  const actor = actorOf(asked.client);
  const contacts = asked.client.scopes.includes('contacts:read');
  const answer = integrationTicket({ ...asOpened(ticket), ...placed, responsible_id: null }, { contacts });
  const { severity, facts, place, description } = ticket;
  const data = { severity, facts, place, description };
  const outcome = await database.commit([
    ...keepAnswer(parts, asked, { answer, at }),
    ...repositories.ticketBook.open(ticket, { at, actor, type: 'opened', data }),
    audited(parts, { actor, action: 'ticket_opened', subject: `ticket:${ticket.id}`, at }),
  ]);
  if (!outcome.ok) return null;
  tellDesks(parts, { type: 'ticket', ticketId: ticket.id });
  return answer;
}
