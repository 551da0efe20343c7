import type { Assignment } from '../../domain/desk/assign.ts';
import { judgeClaim } from '../../domain/desk/session-moves.ts';
import type { Statement } from '../../store/database.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { PresentAgent } from '../queue/serving-agents.ts';
import { watchConversation } from '../watched-conversations.ts';
import { takenAt } from './claim-session.ts';
import { changeOwner } from './give-session.ts';
import { ownershipOf } from './ownership.ts';
import { decideOnSession } from './session-decision.ts';
import { statusRow } from './session-rows.ts';
import { toChannel } from './to-channel.ts';

export interface Giving {
  readonly agent: PresentAgent;
  readonly sessionId: string;
  readonly reason: Assignment['reason'];
  /** Who does it: the agent who asked for the next, or `system`. */
  readonly actor: string;
  /** Stand before everything else in the commit, such as the fence of a job. */
  readonly fence?: readonly Statement[];
}

export type GivingOutcome = 'given' | 'no_room' | 'not_waiting';

/** Gives a session that waits to an agent who has room for it, in one commit. */
export async function giveToAgent(parts: DeskParts, { agent, sessionId, reason, actor, fence }: Giving) {
  const decided = await decideOnSession<GivingOutcome>(
    parts,
    sessionId,
    ({ session, conversation }, at) => {
      if (session.state !== 'queued' || judgeClaim(ownershipOf(session), agent.id) !== 'free') {
        return { kind: 'answer', answer: 'not_waiting' };
      }
      return {
        kind: 'commit',
        rows: [statusRow({ speaker: 'agent', name: agent.deskName }, { sessionId, at })],
        sessionId,
        effects: [
          ...toChannel(parts, conversation, { kind: 'notice', at }),
          ...(fence ?? []),
          ...changeOwner(parts, {
            sessionId,
            from: null,
            to: agent.id,
            change: takenAt(at),
            within: agent.capacity,
            at,
          }),
          audited(parts, {
            actor,
            action: 'session.assigned',
            subject: `session:${sessionId}`,
            at,
            detail: { to: agent.id, reason },
          }),
        ],
      };
    },
    // What fills up, or is another's job now, does not change by being tried again.
    { no_room: 'no_room', claim: 'not_waiting' },
  );
  if (decided.kind === 'answer') return decided.answer;
  watchConversation(parts, agent.id, decided.conversationId);
  announce(parts, { ...decided, sessionId });
  return 'given';
}
