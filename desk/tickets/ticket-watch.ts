import { dueEscalations, type Escalation, nextLookAt } from '../../domain/tickets/ticket-clocks.ts';
import type { Statement } from '../../store/database.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import { tellDesks } from '../announce.ts';
import type { DeskParts } from '../desk-parts.ts';
import { clocksOf } from './clocks-of.ts';

type WatchParts = Pick<DeskParts, 'database' | 'nerve' | 'standards' | 'now'> & {
  readonly repositories: Pick<DeskParts['repositories'], 'tickets' | 'ticketBook' | 'ticketNotices'>;
};

const AT_A_TIME = 100;

/**
 * Watches over open tickets: tells the responsible person and the supervisors of clocks that run out, and finds somebody
 * for tickets that nobody is responsible for. What was told stands in the store, so that a restart, or two processes at
 * once, tell it once all the same.
 */
export class TicketWatch {
  readonly #parts: WatchParts;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Called again and again. */
  async look(): Promise<void> {
    const { repositories, now } = this.#parts;
    for (const ticket of await repositories.tickets.withoutResponsible(AT_A_TIME)) await this.#entrust(ticket);
    for (const ticket of await repositories.ticketNotices.toLookAt(now(), AT_A_TIME)) await this.#escalate(ticket);
  }

  async #entrust({ id, version, responsible_id, responsible_role }: StoredTicket): Promise<void> {
    const { repositories, database, now } = this.#parts;
    const staffId = await repositories.tickets.leastBusy(responsible_role);
    if (staffId === null) return;
    const from = responsible_id === null ? {} : { from: responsible_id };
    const entry = { at: now(), actor: 'system', type: 'responsible', data: { ...from, to: staffId } };
    const { ok } = await database.commit(
      repositories.ticketBook.amend(id, { responsible_id: staffId }, entry, version),
    );
    if (ok) tellDesks(this.#parts, { type: 'ticket', ticketId: id });
  }

  async #escalate(ticket: StoredTicket): Promise<void> {
    const { repositories, database, now } = this.#parts;
    const at = now();
    const clocks = clocksOf(this.#parts, ticket);
    const told = await repositories.ticketNotices.told(ticket.id);
    const due = dueEscalations(clocks, told, at);
    const { ok } = await database.commit([
      repositories.ticketNotices.looked(ticket, nextLookAt(clocks, [...told, ...due])),
      ...due.flatMap((escalation) => this.#tell(ticket, escalation, at)),
    ]);
    // Where it was refused, the ticket has changed or another process has looked: it is looked at again if need be.
    if (ok && due.length > 0) tellDesks(this.#parts, { type: 'ticket', ticketId: ticket.id });
  }

  #tell({ id, responsible_id }: StoredTicket, { clock, level, dueAt }: Escalation, at: number): Statement[] {
    const { ticketNotices, ticketBook } = this.#parts.repositories;
    const to = responsible_id === null ? {} : { to: responsible_id };
    return [
      ...(['responsible', 'supervisor'] as const).map((told) =>
        ticketNotices.tell({ ticket_id: id, clock, level, told, due_at: dueAt, at }),
      ),
      ticketBook.enter(id, { at, actor: 'system', type: 'escalated', data: { clock, level, ...to } }),
    ];
  }
}
