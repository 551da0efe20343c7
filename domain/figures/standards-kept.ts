import type { ClockTerms } from '../tickets/clock-terms.ts';
import {
  CLOCKS,
  type ClockedTicket,
  type ClockName,
  type TicketClock,
  ticketClocks,
} from '../tickets/ticket-clocks.ts';
import { type ShareSummary, shares } from './summarise.ts';

/** How many clocks of service standards were kept: of those that have stopped, and those that have run out meanwhile. */
export function standardsKept(
  tickets: readonly ClockedTicket[],
  { terms, now }: { readonly terms: ClockTerms; readonly now: number },
): Readonly<Record<ClockName, ShareSummary>> {
  const kept = new Map<ClockName, (boolean | null)[]>(CLOCKS.map((name) => [name, []]));
  for (const ticket of tickets) {
    for (const clock of ticketClocks(ticket, terms)) kept.get(clock.name)?.push(isKept(clock, ticket, now));
  }
  const of = (name: ClockName): [ClockName, ShareSummary] => [name, shares(kept.get(name) ?? [])];
  return Object.fromEntries(CLOCKS.map(of)) as Record<ClockName, ShareSummary>;
}

/** Null where it cannot be told: it still runs in time, or fell away before it was due. Closed without is not kept. */
function isKept({ stoppedAt, dueAt, done }: TicketClock, { cancelled }: ClockedTicket, now: number): boolean | null {
  if ((stoppedAt ?? now) >= dueAt) return false;
  if (done) return true;
  return stoppedAt === null || cancelled ? null : false;
}
