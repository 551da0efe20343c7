import { orderQueue, type Waiting } from './queue-order.ts';
import { isSkilled, type Skill, type StaffSkills } from './staff-skills.ts';

/** Somebody at the desk who takes conversations. */
export interface ServingAgent {
  readonly id: string;
  readonly skills: StaffSkills;
  /** Conversations at a time; 0 where none is to be given. */
  readonly capacity: number;
  /** Conversations owned now. */
  readonly load: number;
  /** When they last took a conversation or let one go, milliseconds since 1970. */
  readonly idleSince: number;
}

/** A service session for which somebody is sought. */
export interface Unassigned extends Waiting {
  readonly skill: Skill;
  /** BCP 47; null where nothing was said yet. */
  readonly language: string | null;
  /** Who gave it away last: it does not come back to them while somebody else is there. */
  readonly givenBackBy: string | null;
}

/** Why this person: for the matter and language; because nobody at the desk has both; or because danger does not wait for skill. */
export type AssignmentReason = 'skilled' | 'nobody_skilled' | 'danger';

export interface Assignment {
  readonly sessionId: string;
  readonly agentId: string;
  readonly reason: AssignmentReason;
}

/**
 * Who of those at the desk gets the session: of the skilled who have room the least loaded (by share of capacity), then
 * who has been idle longest. Null where it has to wait.
 */
export function chooseAgent(session: Unassigned, agents: readonly ServingAgent[]): Assignment | null {
  const candidates = candidatesFor(session, agents);
  const [first, ...others] = candidates.agents.filter(hasRoom);
  if (!first) return null;
  const chosen = others.reduce((best, next) => (byTurn(next, best) < 0 ? next : best), first);
  return { sessionId: session.id, agentId: chosen.id, reason: candidates.reason };
}

/** Gives out the queue in its order until nobody who may take something has room. */
export function planAssignments(waiting: readonly Unassigned[], agents: readonly ServingAgent[]): Assignment[] {
  const now = new Map(agents.map((agent) => [agent.id, agent]));
  const plan: Assignment[] = [];
  for (const session of orderQueue(waiting)) {
    const assignment = chooseAgent(session, [...now.values()]);
    const agent = assignment && now.get(assignment.agentId);
    if (!agent) continue;
    now.set(agent.id, { ...agent, load: agent.load + 1 });
    plan.push(assignment);
  }
  return plan;
}

/**
 * What an agent who asks for the next conversation gets: the first in the queue's order that is theirs to take, room or not.
 * Danger waits for nobody's skill: it goes to whoever asks.
 */
export function chooseSession(
  agentId: string,
  waiting: readonly Unassigned[],
  agents: readonly ServingAgent[],
): Assignment | null {
  for (const session of orderQueue(waiting)) {
    const { agents: candidates, reason } = candidatesFor(session, agents);
    if (candidates.some(({ id }) => id === agentId)) return { sessionId: session.id, agentId, reason };
    if (session.severity === 'P1' && session.givenBackBy !== agentId) {
      return { sessionId: session.id, agentId, reason: 'danger' };
    }
  }
  return null;
}

function candidatesFor(
  session: Unassigned,
  agents: readonly ServingAgent[],
): { readonly agents: readonly ServingAgent[]; readonly reason: AssignmentReason } {
  const others = agents.filter(({ id }) => id !== session.givenBackBy);
  const there = others.length > 0 ? others : agents;
  const skilled = there.filter(({ skills }) => isSkilled(skills, session));
  if (skilled.length === 0) return { agents: there, reason: 'nobody_skilled' };
  if (session.severity === 'P1' && !skilled.some(hasRoom)) return { agents: there, reason: 'danger' };
  return { agents: skilled, reason: 'skilled' };
}

function hasRoom({ capacity, load }: ServingAgent): boolean {
  return load < capacity;
}

/** Shares of capacity are compared as fractions, so that nothing is rounded. */
function byTurn(a: ServingAgent, b: ServingAgent): number {
  return a.load * b.capacity - b.load * a.capacity || a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1);
}
