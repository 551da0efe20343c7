import { type Measured, waitSpan } from '../desk/expected-wait.ts';
import { SKILLS, type Skill } from '../desk/staff-skills.ts';
import type { Severity } from '../faults/severity.ts';
import type { AgentState } from './agent-state.ts';
import type { FloorMeasures } from './judge-thresholds.ts';

/** The floor at one moment; moments are milliseconds since 1970. */
export interface FloorNow {
  readonly now: number;
  readonly agents: readonly { readonly state: AgentState; readonly capacity: number; readonly load: number }[];
  readonly waiting: readonly {
    readonly skill: Skill;
    readonly severity: Severity | null;
    readonly queuedAt: number | null;
  }[];
  readonly inHand: readonly { readonly severity: Severity | null; readonly unansweredSince: number | null }[];
  readonly ticketsBreached: number;
  readonly measured: Measured;
}

/** What thresholds are held against. */
export function measureFloor(floor: FloorNow): FloorMeasures {
  const { now, agents, waiting, inHand, ticketsBreached, measured } = floor;
  const longest = (since: readonly (number | null)[]) =>
    since.reduce<number>((most, at) => (at === null ? most : Math.max(most, Math.floor((now - at) / 1000))), 0);
  const span = waitSpan(waiting.length + 1, measured);
  // With nobody at work there is nothing to reckon by; where nobody is served or waits either, all is calm.
  const isCalm = waiting.length === 0 && inHand.length === 0;
  const untold = isCalm ? 0 : null;
  return {
    oldestWaitSeconds: longest(waiting.map(({ queuedAt }) => queuedAt)),
    queueLength: countBySkill(waiting),
    unansweredDangerSeconds: longest([
      ...waiting.filter(isDanger).map(({ queuedAt }) => queuedAt),
      ...inHand.filter(isDanger).map(({ unansweredSince }) => unansweredSince),
    ]),
    occupancyPercent: occupancyOf(agents) ?? untold,
    expectedWaitMinutes: span === null ? untold : Math.ceil(span.toMs / 60_000),
    agentsGone: agents.filter(({ state }) => state === 'gone').length,
    ticketsBreached,
  };
}

/** Conversations in hand by what those at the desk can take, in per cent; null where nobody there can take any. */
export function occupancyOf(agents: FloorNow['agents']): number | null {
  const there = agents.filter(({ state, capacity }) => (state === 'available' || state === 'away') && capacity > 0);
  const capacity = there.reduce((sum, agent) => sum + agent.capacity, 0);
  const load = there.reduce((sum, agent) => sum + agent.load, 0);
  return capacity === 0 ? null : Math.round((load / capacity) * 100);
}

function countBySkill(waiting: FloorNow['waiting']): Record<Skill, number> {
  const counts: Record<Skill, number> = { fault: 0, billing: 0, complaint: 0, general: 0 };
  for (const skill of SKILLS) counts[skill] = waiting.filter((one) => one.skill === skill).length;
  return counts;
}

function isDanger({ severity }: { readonly severity: Severity | null }): boolean {
  return severity === 'P1';
}
