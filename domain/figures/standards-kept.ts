import { type ClockedTicket, type ClockName, type ClockTerms, ticketClocks } from '../tickets/ticket-clocks.ts';
import { type ShareSummary, shares } from './summarise.ts';

/** How many clocks of service standards were kept: of those that have stopped, and those that have run out meanwhile. */
export function standardsKept(
  tickets: readonly ClockedTicket[],
  { terms, now }: { readonly terms: ClockTerms; readonly now: number },
): Readonly<Record<ClockName, ShareSummary>> {
  const clocks = tickets.flatMap((ticket) => ticketClocks(ticket, terms));
  const of = (name: ClockName) =>
    shares(
      clocks.flatMap((clock) => {
        if (clock.name !== name) return [];
        // One that still runs in time cannot be told yet.
        return clock.stoppedAt === null && now < clock.dueAt ? [null] : [(clock.stoppedAt ?? now) < clock.dueAt];
      }),
    );
  return { arrival: of('arrival'), restoration: of('restoration') };
}
