import { dueEscalations, type Escalation, nextLookAt } from '../../domain/tickets/clock-escalations.ts';
import { clockMarks } from '../../domain/tickets/ticket-clocks.ts';
import type { Statement } from '../../store/database.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import { type FoundZone, wantedFor } from '../../store/repositories/ticket-book.ts';
import type { Found } from '../../store/repositories/ticket-notice-repository.ts';
import { tellDesks } from '../announce.ts';
import type { DeskParts } from '../desk-parts.ts';
import { clocksOf } from './clocks-of.ts';
import type { ZoneFinder } from './zone-finder.ts';

type WatchParts = Pick<DeskParts, 'database' | 'nerve' | 'standards' | 'now'> & {
  readonly zones: ZoneFinder;
  readonly repositories: Pick<DeskParts['repositories'], 'tickets' | 'ticketBook' | 'ticketNotices' | 'duties'>;
};

const AT_A_TIME = 100;
/** Pages of tickets in one look; what is left waits for the next. */
const MOST_PAGES = 20;

/**
 * Watches over open tickets: tells the responsible person and the person above of clocks that run out, finds somebody for
 * tickets that nobody is responsible for, and hands faults over where a shift has ended. What was told stands in the store, so that a restart, or two processes at
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
    for (const ticket of await repositories.tickets.leftBehind(now(), AT_A_TIME)) await this.#entrust(ticket);
    const above = await this.#above();
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const tickets = await repositories.ticketNotices.toLookAt(now(), AT_A_TIME);
      await this.#lookAt(await this.#withZones(tickets), above);
      if (tickets.length < AT_A_TIME) return;
    }
  }

  async #entrust(ticket: StoredTicket): Promise<void> {
    const { repositories, database, now } = this.#parts;
    const { id, version, responsible_id } = ticket;
    const at = now();
    const staffId = await repositories.tickets.leastBusy(ticket, at);
    if (staffId === null || staffId === responsible_id) return;
    const { queue } = wantedFor(ticket, at);
    const onDuty = (await repositories.duties.on(queue, at)).includes(staffId);
    const data = {
      ...(responsible_id === null ? {} : { from: responsible_id }),
      ...{ to: staffId },
      ...(onDuty ? { by: 'duty' } : {}),
    };
    const entry = { at, actor: 'system', type: 'responsible', data };
    const { ok } = await database.commit(
      repositories.ticketBook.amend(id, { responsible_id: staffId }, entry, version),
    );
    if (ok) tellDesks(this.#parts, { type: 'ticket', ticketId: id });
  }

  /** Those of which the zone was just found are looked at on the next page: their clocks are other ones now. */
  async #withZones(tickets: readonly StoredTicket[]): Promise<StoredTicket[]> {
    const { zones, repositories, database, now } = this.#parts;
    const found: FoundZone[] = [];
    for (const ticket of tickets) {
      if (ticket.zone !== null || ticket.kind !== 'fault') continue;
      const placed = await zones.find(ticket);
      if (!placed) continue;
      const { zone, ...why } = placed;
      found.push({ id: ticket.id, version: ticket.version, zone, data: why });
    }
    if (found.length === 0) return [...tickets];
    await database.commit(repositories.ticketBook.giveZones(found, now()));
    for (const { id } of found) tellDesks(this.#parts, { type: 'ticket', ticketId: id });
    const placed = new Set(found.map(({ id }) => id));
    return tickets.filter(({ id }) => !placed.has(id));
  }

  /** The person above who is on duty; null where the roster names none, and all supervisors are. */
  async #above(): Promise<string | null> {
    const [first = null] = await this.#parts.repositories.duties.on('supervision', this.#parts.now());
    return first;
  }

  /** Those of which there is nothing to tell are done in one commit, the others each in its own. */
  async #lookAt(tickets: readonly StoredTicket[], above: string | null): Promise<void> {
    const { repositories, database, now } = this.#parts;
    const at = now();
    const allTold = await repositories.ticketNotices.told(tickets.map(({ id }) => id));
    const looked = tickets.map((ticket): Looked => {
      const clocks = clocksOf(this.#parts, ticket);
      const told = allTold
        .filter(({ ticket_id }) => ticket_id === ticket.id)
        .map(({ clock, level, due_at }) => ({ clock, level, dueAt: due_at }));
      const due = dueEscalations(clocks, told, at);
      const { riskAt, overdueAt } = clockMarks(clocks);
      const found = { look_at: nextLookAt(clocks, [...told, ...due]), at_risk_at: riskAt, overdue_at: overdueAt };
      return { ticket, due, found };
    });
    const quiet = looked.filter(({ due }) => due.length === 0);
    if (quiet.length > 0) {
      await database.commit(
        quiet.map(({ ticket, found }) => repositories.ticketNotices.looked(ticket, found, { must: false })),
      );
    }
    for (const one of looked) if (one.due.length > 0) await this.#escalate(one, { at, above });
  }

  async #escalate({ ticket, due, found }: Looked, told: Telling): Promise<void> {
    const { repositories, database } = this.#parts;
    const { ok } = await database.commit([
      repositories.ticketNotices.looked(ticket, found, { must: true }),
      ...due.flatMap((escalation) => this.#tell(ticket, escalation, told)),
    ]);
    // Where it was refused, the ticket has changed or another process has looked: it is looked at again if need be.
    if (ok) tellDesks(this.#parts, { type: 'ticket', ticketId: ticket.id });
  }

  #tell(ticket: StoredTicket, { clock, level, dueAt }: Escalation, { at, above }: Telling): Statement[] {
    const { ticketNotices, ticketBook } = this.#parts.repositories;
    const { id, responsible_id } = ticket;
    const told = toldOf(ticket, level);
    const data = {
      ...{ clock, level, dueAt },
      ...(responsible_id !== null && told.includes('responsible') ? { to: responsible_id } : {}),
      ...(told.includes('supervisor') ? { above: above ?? true } : {}),
    };
    return [
      ...told.map((who) => ticketNotices.tell({ ticket_id: id, clock, level, told: who, due_at: dueAt, at })),
      ticketBook.enter(id, { at, actor: 'system', type: 'escalated', data }),
    ];
  }
}

/** Whoever is responsible is warned; the person above hears of what was not kept, and of danger at once. */
function toldOf(
  { severity, responsible_id }: Pick<StoredTicket, 'severity' | 'responsible_id'>,
  level: Escalation['level'],
): readonly ('responsible' | 'supervisor')[] {
  const above = level === 'breach' || severity === 'P1' || responsible_id === null;
  return above ? ['responsible', 'supervisor'] : ['responsible'];
}

interface Telling {
  readonly at: number;
  /** Who the person above is; null where all supervisors are. */
  readonly above: string | null;
}

interface Looked {
  readonly ticket: StoredTicket;
  readonly due: readonly Escalation[];
  /** When to look again, and how its clocks stand. */
  readonly found: Found;
}
