import { chooseSession } from '../../domain/desk/assign.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { presentAgents } from '../queue/serving-agents.ts';
import { WaitingQueue } from '../queue/waiting-queue.ts';
import { giveToAgent } from './give-to-agent.ts';

export type NextOutcome =
  | { readonly kind: 'given'; readonly sessionId: string }
  /** Nothing waits that is theirs to take, or they have as many as they can take. */
  | { readonly kind: 'none'; readonly reason: 'queue_empty' | 'no_room' };

/** Others may be faster so often in a row before the queue counts as empty. */
const MOST_TRIES = 20;

/** Gives whoever asks the conversation that the rule would give them next. */
export async function takeNext(parts: DeskParts, { staffId }: Pick<Actor, 'staffId'>): Promise<NextOutcome> {
  // Asking is a sign of life.
  await parts.database.commit([parts.repositories.presence.beat(staffId, parts.now())]);
  const queue = new WaitingQueue(parts.repositories.sessions);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [waiting, agents] = await Promise.all([queue.inOrder(), presentAgents(parts)]);
    const agent = agents.find(({ id }) => id === staffId);
    const chosen =
      agent &&
      chooseSession(
        staffId,
        waiting,
        agents.filter(({ id, givenTo, available }) => (givenTo && available) || id === staffId),
      );
    if (!agent || !chosen) return { kind: 'none', reason: 'queue_empty' };
    const { sessionId, reason } = chosen;
    const outcome = await giveToAgent(parts, { agent, sessionId, reason, actor: staffId });
    if (outcome === 'given') return { kind: 'given', sessionId };
    if (outcome === 'no_room') return { kind: 'none', reason: 'no_room' };
  }
  return { kind: 'none', reason: 'queue_empty' };
}
