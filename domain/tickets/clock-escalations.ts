import type { ClockName, TicketClock } from './ticket-clocks.ts';

export const CLOCK_LEVELS = ['warn', 'breach'] as const;
export type ClockLevel = (typeof CLOCK_LEVELS)[number];

export interface Escalation {
  readonly clock: ClockName;
  readonly level: ClockLevel;
  readonly dueAt: number;
}

/** What people must be told of now: the highest level reached by each running clock, once for each time it is due. */
export function dueEscalations(clocks: readonly TicketClock[], told: readonly Escalation[], now: number): Escalation[] {
  return clocks.flatMap((clock) => {
    const level = clockLevel(clock, now);
    if (clock.stoppedAt !== null || level === 'calm' || isTold(clock, level, told)) return [];
    return [{ clock: clock.name, level, dueAt: clock.dueAt }];
  });
}

/** How a clock stands; one that has stopped stays as it was then. */
export function clockLevel({ warnAt, dueAt, stoppedAt }: TicketClock, now: number): ClockLevel | 'calm' {
  const at = stoppedAt ?? now;
  if (at >= dueAt) return 'breach';
  return at >= warnAt ? 'warn' : 'calm';
}

/** When the clocks want to be looked at again; null where nothing is left to tell. */
export function nextLookAt(clocks: readonly TicketClock[], told: readonly Escalation[]): number | null {
  const moments = clocks.flatMap((clock) => {
    if (clock.stoppedAt !== null || isTold(clock, 'breach', told)) return [];
    return [isTold(clock, 'warn', told) ? clock.dueAt : clock.warnAt];
  });
  return moments.length === 0 ? null : Math.min(...moments);
}

/** True while what was told of a clock still holds: not where it was given longer since, or has started anew. */
export function stillHolds(told: Pick<Escalation, 'clock' | 'dueAt'>, clocks: readonly TicketClock[]): boolean {
  return clocks.some(({ name, dueAt }) => name === told.clock && dueAt <= told.dueAt);
}

/** After a breach, to warn of it would be late; and what was told of a later time holds for an earlier one. */
function isTold({ name, dueAt }: TicketClock, level: ClockLevel, told: readonly Escalation[]): boolean {
  return told.some(
    (one) => one.clock === name && one.dueAt >= dueAt && (one.level === level || one.level === 'breach'),
  );
}
