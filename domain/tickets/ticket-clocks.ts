import type { Severity } from '../faults/severity.ts';
import type { ServiceStandards, Zone } from '../utility-profile.ts';

export const CLOCKS = ['arrival', 'restoration'] as const;
export type ClockName = (typeof CLOCKS)[number];
export const CLOCK_LEVELS = ['warn', 'breach'] as const;
export type ClockLevel = (typeof CLOCK_LEVELS)[number];

/** What of a ticket its clocks depend on; moments are milliseconds since 1970, null until it was so. */
export interface ClockedTicket {
  readonly kind: string;
  readonly severity: Severity;
  /** Null where nobody has said. */
  readonly zone: Zone | null;
  readonly createdAt: number;
  readonly arrivedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
}

export type ClockTerms = Pick<
  ServiceStandards,
  'arrivalMinutes' | 'restorationHours' | 'importantArrivalMinutes' | 'warnAtPercent'
>;

export interface TicketClock {
  readonly name: ClockName;
  readonly startedAt: number;
  readonly warnAt: number;
  readonly dueAt: number;
  /** When what it measures was done, or the ticket was over without; null while it runs. */
  readonly stoppedAt: number | null;
}

export interface Escalation {
  readonly clock: ClockName;
  readonly level: ClockLevel;
  readonly dueAt: number;
}

const MINUTE = 60_000;

/**
 * The clocks of a fault: from the report to arrival, and from arrival to restored supply. A zone that nobody has named
 * counts as urban, which has the shortest terms; an emergency is never given longer than an important customer.
 */
export function ticketClocks(ticket: ClockedTicket, terms: ClockTerms): TicketClock[] {
  if (ticket.kind !== 'fault') return [];
  const zone = ticket.zone ?? 'urban';
  const usual = terms.arrivalMinutes[zone].value;
  const minutes = ticket.severity === 'P1' ? Math.min(usual, terms.importantArrivalMinutes.value) : usual;
  const warnShare = terms.warnAtPercent[ticket.severity].value / 100;
  const clock = (name: ClockName, given: { from: number; minutes: number; done: number | null }): TicketClock => ({
    name,
    startedAt: given.from,
    warnAt: given.from + Math.round(given.minutes * warnShare * MINUTE),
    dueAt: given.from + given.minutes * MINUTE,
    stoppedAt: given.done ?? ticket.closedAt,
  });
  const arrival = clock('arrival', { from: ticket.createdAt, minutes, done: ticket.arrivedAt });
  if (ticket.arrivedAt === null) return [arrival];
  const hours = terms.restorationHours[zone].value;
  return [arrival, clock('restoration', { from: ticket.arrivedAt, minutes: hours * 60, done: ticket.resolvedAt })];
}

/** How a clock stands; one that has stopped stays as it was then. */
export function clockLevel({ warnAt, dueAt, stoppedAt }: TicketClock, now: number): ClockLevel | 'calm' {
  const at = stoppedAt ?? now;
  if (at >= dueAt) return 'breach';
  return at >= warnAt ? 'warn' : 'calm';
}

/** What people must be told of now: the highest level reached by each running clock, once. */
export function dueEscalations(
  clocks: readonly TicketClock[],
  told: readonly Pick<Escalation, 'clock' | 'level'>[],
  now: number,
): Escalation[] {
  return clocks.flatMap((clock) => {
    const level = clockLevel(clock, now);
    if (clock.stoppedAt !== null || level === 'calm' || isTold(clock, level, told)) return [];
    return [{ clock: clock.name, level, dueAt: clock.dueAt }];
  });
}

/** When the clocks want to be looked at again; null where nothing is left to tell. */
export function nextLookAt(
  clocks: readonly TicketClock[],
  told: readonly Pick<Escalation, 'clock' | 'level'>[],
): number | null {
  const moments = clocks.flatMap((clock) => {
    if (clock.stoppedAt !== null || isTold(clock, 'breach', told)) return [];
    return [isTold(clock, 'warn', told) ? clock.dueAt : clock.warnAt];
  });
  return moments.length === 0 ? null : Math.min(...moments);
}

/** After a breach, to warn of it would be late. */
function isTold(
  { name }: TicketClock,
  level: ClockLevel,
  told: readonly Pick<Escalation, 'clock' | 'level'>[],
): boolean {
  return told.some((one) => one.clock === name && (one.level === level || one.level === 'breach'));
}
