import { z } from 'zod';
import { hasRight, STAFF_ROLES } from '../../domain/desk/rights.ts';
import { SKILLS, SPOKEN, staffSkillsOf } from '../../domain/desk/staff-skills.ts';
import { type AgentState, agentState } from '../../domain/floor/agent-state.ts';
import type { FloorMeasures } from '../../domain/floor/judge-thresholds.ts';
import { measureFloor } from '../../domain/floor/measure-floor.ts';
import { clockLevel } from '../../domain/tickets/clock-escalations.ts';
import type { TicketClock } from '../../domain/tickets/ticket-clocks.ts';
import { jsonText } from '../../store/json-text.ts';
import { seenSince as signInUsedSince } from '../accounts/staff-sessions.ts';
import { seenSince } from '../queue/serving-agents.ts';
import { WaitingQueue } from '../queue/waiting-queue.ts';
import { clocksOf } from '../tickets/clocks-of.ts';
import type { FloorParts } from './floor-parts.ts';

const rolesSchema = jsonText().pipe(z.array(z.enum(STAFF_ROLES)));
const skillsSchema = jsonText().pipe(z.array(z.string()));

export type FloorNow = Awaited<ReturnType<typeof readFloor>>;
type StaffRow = Awaited<ReturnType<FloorParts['floorStore']['staff']>>[number];

/** Everything that the floor is told by, read at one moment. */
export async function readFloor(parts: FloorParts) {
  const { floorStore, repositories, now } = parts;
  const at = now();
  const [staff, inHand, waiting, tickets, measured] = await Promise.all([
    floorStore.staff({ now: at, usedSince: signInUsedSince(at) }),
    floorStore.inHand(),
    new WaitingQueue(repositories.sessions).inOrder(),
    floorStore.warnedTickets(),
    repositories.queue.measured({ now: at, seenSince: seenSince(parts) }),
  ]);
  const agents = staff.flatMap((row) => agentOf(parts, row, at));
  const running = tickets.flatMap((ticket) => {
    const clock = gravest(clocksOf(parts, ticket), at);
    return clock === null ? [] : [{ ticket, ...clock }];
  });
  return { at, agents, inHand, waiting, tickets: running, measured };
}

/** What thresholds are held against. */
export function measuresOf({ at, agents, inHand, waiting, tickets, measured }: FloorNow): FloorMeasures {
  return measureFloor({
    now: at,
    // Conversations are given to agents; supervisors who take one do not make the floor roomier.
    agents: agents.filter(({ givenTo }) => givenTo),
    waiting,
    inHand: inHand.map(({ severity, unanswered_since }) => ({ severity, unansweredSince: numberOf(unanswered_since) })),
    ticketsBreached: tickets.filter(({ level }) => level === 'breach').length,
    measured,
  });
}

/** PostgreSQL gives what it has reckoned as text. */
export function numberOf(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

export interface FloorAgentNow {
  readonly id: string;
  readonly name: string;
  readonly deskName: string;
  readonly state: AgentState;
  readonly since: number | null;
  readonly skills: (typeof SKILLS)[number][];
  readonly languages: (typeof SPOKEN)[number][];
  readonly capacity: number;
  readonly load: number;
  readonly idleSince: number | null;
  readonly givenTo: boolean;
}

/** Nobody for those who may not serve customers. */
function agentOf({ terms }: FloorParts, row: StaffRow, now: number): FloorAgentNow[] {
  const roles = rolesSchema.parse(row.roles);
  if (!hasRight(roles, 'conversations.serve')) return [];
  const skills = staffSkillsOf(skillsSchema.parse(row.skills));
  const presence = {
    seenAt: row.seen_at,
    sinceAt: row.since_at,
    available: row.available === 1,
    signedIn: row.signed_in === 1,
  };
  const stands = agentState(presence, { now, graceMs: terms.graceSeconds * 1000 });
  return [
    {
      ...stands,
      id: row.id,
      name: row.name,
      deskName: row.desk_name,
      skills: SKILLS.filter((one) => skills.matters.has(one)),
      languages: SPOKEN.filter((one) => skills.languages.has(one)),
      capacity: row.capacity,
      load: Number(row.load),
      idleSince: row.idle_since,
      givenTo: roles.includes('agent'),
    },
  ];
}

/** Of the clocks that run, the one that is over, or else the one that is about to be; null where all are calm. */
function gravest(clocks: readonly TicketClock[], now: number) {
  const running = clocks.flatMap((clock) => {
    const level = clockLevel(clock, now);
    return clock.stoppedAt !== null || level === 'calm' ? [] : [{ clock: clock.name, dueAt: clock.dueAt, level }];
  });
  return running.toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}
