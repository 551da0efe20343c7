import type { TicketNotice } from '../../protocol/desk/ticket.ts';
import type { Alert } from './alert.ts';

/** Clocks of tickets that have begun to run out, or have, since the earlier list. */
export function clockAlerts(before: readonly TicketNotice[] | null, now: readonly TicketNotice[]): Alert[] {
  if (before === null) return [];
  const known = new Set(before.map(keyOf));
  return now
    .filter((notice) => !known.has(keyOf(notice)))
    .map(({ ticketId, number, severity }) => ({
      kind: 'clock',
      tag: ticketId,
      route: { page: 'tickets', number },
      matter: { severity, skill: null },
    }));
}

function keyOf({ ticketId, clock, level }: TicketNotice): string {
  return `${ticketId} ${clock} ${level}`;
}
