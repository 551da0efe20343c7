import { expectedWait, inMinutes } from '../../domain/desk/expected-wait.ts';
import { SKILLS } from '../../domain/desk/staff-skills.ts';
import { type Lateness, latenessOf } from '../../domain/floor/lateness.ts';
import { occupancyOf } from '../../domain/floor/measure-floor.ts';
import type { Floor, FloorAgent, HeldSession } from '../../web/protocol/desk/floor.ts';
import type { Actor } from '../actor.ts';
import { noteLook } from '../look-log.ts';
import { listFloorAlerts } from './floor-alerts.ts';
import { type FloorNow, measuresOf, numberOf, readFloor } from './floor-now.ts';
import type { FloorParts } from './floor-parts.ts';

const MOST_LISTED = 50;
const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const;

/** Who is on, what waits and which clocks run out, at this moment. */
export async function showFloor(parts: FloorParts, actor: Actor): Promise<Floor> {
  const floor = await readFloor(parts);
  const { at, inHand, waiting, tickets, agents } = floor;
  await noteLook(parts, actor, 'floor');
  const measures = measuresOf(floor);
  const [calls, alerts, names] = await Promise.all([
    parts.repositories.queue.callsDue(MOST_LISTED),
    listFloorAlerts(parts, measures),
    parts.repositories.staff.namesOf(tickets.flatMap(({ ticket }) => ticket.responsible_id ?? [])),
  ]);
  const late = calls.filter(({ until_at }) => until_at < at);
  const count = (level: 'warn' | 'breach') => tickets.filter((one) => one.level === level).length;
  return {
    at,
    agents: agentsOf(parts, floor),
    queues: queuesOf(floor),
    late: lateOf(parts, floor),
    tickets: tickets
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .slice(0, MOST_LISTED)
      .map(({ ticket, clock, level, dueAt }) => ({
        ...{ id: ticket.id, number: ticket.number, kind: ticket.kind, severity: ticket.severity, place: ticket.place },
        ...{ clock, level, dueAt, responsible: names.get(ticket.responsible_id ?? '')?.name ?? null },
      })),
    calls: late.map(({ number, severity, until_at, desk_name }) => ({
      ...{ ticketNumber: number, severity, until: until_at, responsible: desk_name },
    })),
    totals: {
      waiting: waiting.length,
      inHand: inHand.length,
      occupancy: occupancyOf(agents.filter(({ givenTo }) => givenTo)),
      gone: measures.agentsGone,
      ticketsAtRisk: count('warn'),
      ticketsBreached: count('breach'),
      callsLate: late.length,
    },
    answerWithinSeconds: parts.answerWithinSeconds,
    ...alerts,
  };
}

const STATES = ['available', 'away', 'gone', 'off'] as const;

/** Those at the desk and those who have something in hand, by state and then by name. */
function agentsOf(parts: FloorParts, { at, agents, inHand }: FloorNow): FloorAgent[] {
  return agents
    .filter(({ state, load, givenTo }) => load > 0 || (state !== 'off' && (givenTo || state !== 'gone')))
    .map(({ givenTo: _given, idleSince, ...agent }) => {
      const theirs = inHand.filter(({ agent_id }) => agent_id === agent.id);
      const moves = [idleSince, ...theirs.map(({ answered_at }) => numberOf(answered_at))];
      return {
        ...agent,
        lastMoveAt: moves.reduce<number | null>((last, one) => (one === null ? last : Math.max(last ?? 0, one)), null),
        sessions: theirs.map((row) => heldOf(parts, row, at)).toSorted(bySilence),
      };
    })
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
}

function heldOf(parts: FloorParts, row: FloorNow['inHand'][number], now: number): HeldSession {
  const unansweredSince = numberOf(row.unanswered_since);
  return {
    id: row.id,
    conversationId: row.conversation_id,
    customerName: row.user_name,
    channel: row.channel,
    skill: row.skill,
    severity: row.severity,
    intent: row.intent,
    assignedAt: row.assigned_at,
    unansweredSince,
    level: levelOf(parts, { since: unansweredSince, severity: row.severity, now }),
  };
}

function bySilence(a: HeldSession, b: HeldSession): number {
  return (a.unansweredSince ?? Number.MAX_SAFE_INTEGER) - (b.unansweredSince ?? Number.MAX_SAFE_INTEGER);
}

function queuesOf({ waiting, measured }: FloorNow): Floor['queues'] {
  return SKILLS.map((skill) => {
    const theirs = waiting.filter((one) => one.skill === skill);
    const last = waiting.findLastIndex((one) => one.skill === skill);
    const wait = last < 0 ? null : expectedWait(last + 1, measured);
    const since = theirs.flatMap(({ queuedAt }) => queuedAt ?? []);
    return {
      skill,
      waiting: theirs.length,
      grades: SEVERITIES.map((severity) => ({
        severity,
        count: theirs.filter((one) => (one.severity ?? 'P4') === severity).length,
      })),
      oldestSince: since.length === 0 ? null : Math.min(...since),
      expected: wait && inMinutes(wait),
    };
  });
}

/** Who has waited nearly or plainly too long, in the order of serving. */
function lateOf(parts: FloorParts, { at, waiting }: FloorNow): Floor['late'] {
  return waiting
    .flatMap(({ id, skill, severity, queuedAt }) => {
      const level = levelOf(parts, { since: queuedAt, severity, now: at });
      return level === 'calm' ? [] : [{ id, skill, severity, queuedAt, level }];
    })
    .slice(0, MOST_LISTED);
}

function levelOf(
  { answerWithinSeconds, standards }: FloorParts,
  { since, severity, now }: { since: number | null; severity: HeldSession['severity']; now: number },
): Lateness {
  const warnAtPercent = standards.warnAtPercent[severity ?? 'P4'].value;
  return latenessOf(since, { now, withinSeconds: answerWithinSeconds, warnAtPercent });
}
