import { isOver, isRestored, type MoveOutcome, moveTicket, restoreTicket } from '../../domain/tickets/ticket-states.ts';
import type { PlacedTicket } from '../../store/repositories/integration-ticket-repository.ts';
import type { TicketEntry } from '../../store/repositories/ticket-book.ts';
import { type IntegrationTicket, integrationTicketSchema, type TicketUpdate } from '../../web/protocol/integration.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import { movedColumns, movingOf } from '../tickets/moved-columns.ts';
import { type ApiClient, actorOf, type IntegrationParts } from './integration-parts.ts';
import { integrationTicket } from './integration-ticket.ts';
import { type Asked, answeredBefore, keepAnswer } from './once.ts';

export type UpdateRefusal =
  | 'unknown_ticket'
  | 'version_differs'
  | 'ticket_over'
  | 'not_from_here'
  | 'crew_missing'
  | 'note_missing'
  | 'eta_in_the_past'
  | 'restored_in_the_future'
  | 'idempotency_key_reused';

export type UpdateOutcome =
  | { readonly kind: 'updated'; readonly ticket: IntegrationTicket }
  | { readonly kind: 'refused'; readonly reason: UpdateRefusal };

export interface Updating {
  readonly number: string;
  /** Of the ticket that the caller has seen. */
  readonly version: number;
  readonly key: string | null;
  readonly update: TicketUpdate;
}

/** Clocks of other systems may be ahead of ours by so much. */
const CLOCKS_APART_MS = 5 * 60_000;

/** Changes a ticket by the word of another system: all that was said, or nothing. */
export async function updateTicket(
  parts: IntegrationParts,
  client: ApiClient,
  { number, version, key, update }: Updating,
): Promise<UpdateOutcome> {
  const asked: Asked = { client, key, of: `PATCH tickets/${number}`, body: update };
  const before = await answeredBefore(parts, asked);
  if (before.kind === 'same') return { kind: 'updated', ticket: integrationTicketSchema.parse(before.answer) };
  if (before.kind === 'other') return refused('idempotency_key_reused');
  const ticket = await parts.repositories.tickets.byNumber(number);
  if (!ticket) return refused('unknown_ticket');
  if (ticket.version !== version) return refused('version_differs');
  const steps = decide(ticket, update, parts.now());
  return typeof steps === 'string' ? refused(steps) : commit(parts, { asked, ticket, steps });
}

interface Step {
  readonly columns: Partial<PlacedTicket>;
  readonly type: TicketEntry['type'];
  readonly data: TicketEntry['data'];
}

/** What is to be done, in order; each of it an entry of the history of its own. */
function decide(ticket: PlacedTicket, update: TicketUpdate, now: number): Step[] | UpdateRefusal {
  if (isOver(ticket.state)) return 'ticket_over';
  const steps: Step[] = [];
  const { zone, eta } = update;
  if (zone !== undefined && zone !== ticket.zone) {
    const from = ticket.zone === null ? {} : { from: ticket.zone };
    steps.push({ columns: { zone }, type: 'zone', data: { ...from, to: zone } });
  }
  if (update.state !== undefined || update.restoredAt !== undefined) {
    const moved = moveStep(ticket, update, now);
    if (typeof moved === 'string') return moved;
    steps.push(moved);
  }
  if (eta !== undefined) {
    const restores = update.restoredAt !== undefined || (update.state !== undefined && isRestored(update.state));
    if (isRestored(ticket.state) || restores) return 'not_from_here';
    if (eta !== null && Date.parse(eta.at) <= now) return 'eta_in_the_past';
    steps.push(etaStep(ticket, eta, now));
  }
  return steps;
}

function moveStep(ticket: PlacedTicket, update: TicketUpdate, now: number): Step | UpdateRefusal {
  const { state, crew, note, restoredAt } = update;
  const before = movingOf(ticket);
  let outcome: MoveOutcome;
  if (restoredAt === undefined) {
    outcome = moveTicket(before, { to: state ?? ticket.state, crew, note }, now);
  } else {
    const at = Date.parse(restoredAt);
    if (at > now + CLOCKS_APART_MS) return 'restored_in_the_future';
    if (state !== undefined && state !== 'restored') return 'not_from_here';
    // Whoever reports late may report what is over already: nothing lasts less than no time.
    outcome = restoreTicket(before, Math.max(ticket.created_at, Math.min(at, now)));
  }
  if (outcome.kind === 'refused') return outcome.reason;
  const { change } = outcome;
  return {
    columns: movedColumns(change),
    type: 'state',
    data: {
      from: ticket.state,
      to: change.state,
      ...(change.crew ? { crew: change.crew } : {}),
      ...(restoredAt === undefined ? {} : { restoredAt }),
      ...(note ? { note } : {}),
    },
  };
}

function etaStep(ticket: PlacedTicket, eta: NonNullable<TicketUpdate['eta']> | null, now: number): Step {
  const from = ticket.eta_at === null ? {} : { from: ticket.eta_at };
  if (eta === null) {
    return { columns: { eta_at: null, eta_source: null, eta_set_at: null }, type: 'eta', data: { ...from, to: null } };
  }
  const at = Date.parse(eta.at);
  return {
    columns: { eta_at: at, eta_source: eta.source, eta_set_at: now },
    type: 'eta',
    data: { ...from, to: at, source: eta.source },
  };
}

async function commit(
  parts: IntegrationParts,
  { asked, ticket, steps }: { asked: Asked; ticket: PlacedTicket; steps: readonly Step[] },
): Promise<UpdateOutcome> {
  const { repositories, database, now } = parts;
  const at = now();
  const actor = actorOf(asked.client);
  const after: PlacedTicket = Object.assign({}, ticket, ...steps.map(({ columns }) => columns));
  const changed = {
    ...after,
    version: ticket.version + steps.length,
    updated_at: steps.length > 0 ? at : ticket.updated_at,
  };
  const answer = integrationTicket(changed, { contacts: asked.client.scopes.includes('contacts:read') });
  const outcome = await database.commit([
    ...keepAnswer(parts, asked, { answer, at }),
    ...steps.flatMap(({ columns, type, data }, index) =>
      // The first asserts that nobody was faster; the others stand behind it in the same commit.
      repositories.ticketBook.amend(
        ticket.id,
        columns,
        { at, actor, type, data },
        index === 0 ? ticket.version : undefined,
      ),
    ),
    ...(steps.length > 0
      ? [audited(parts, { actor, action: 'ticket_updated', subject: `ticket:${ticket.id}`, at })]
      : []),
  ]);
  if (!outcome.ok) {
    const earlier = outcome.refusal === 'idempotency_key' ? await answeredBefore(parts, asked) : null;
    if (earlier?.kind === 'same') return { kind: 'updated', ticket: integrationTicketSchema.parse(earlier.answer) };
    return refused(earlier?.kind === 'other' ? 'idempotency_key_reused' : 'version_differs');
  }
  tellDesks(parts, { type: 'ticket', ticketId: ticket.id });
  return { kind: 'updated', ticket: answer };
}

function refused(reason: UpdateRefusal): UpdateOutcome {
  return { kind: 'refused', reason };
}
