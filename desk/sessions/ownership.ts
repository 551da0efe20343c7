import type { Ownership } from '../../domain/desk/session-moves.ts';
import type { ServiceSession } from '../../store/repositories/conversation-repository.ts';

export function ownershipOf({ state, agent_id }: Pick<ServiceSession, 'state' | 'agent_id'>): Ownership {
  return { state, agentId: agent_id };
}
