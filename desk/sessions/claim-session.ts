import { judgeClaim } from '../../domain/desk/session-moves.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { watchConversation } from '../watched-conversations.ts';
import { changeOwner } from './give-session.ts';
import { ownershipOf } from './ownership.ts';
import { decideOnSession } from './session-decision.ts';
import { statusRow } from './session-rows.ts';
import { toChannel } from './to-channel.ts';

export type ClaimOutcome = 'claimed' | 'already_yours' | 'already_claimed' | 'session_closed' | 'unknown_session';

/**
 * Takes a session over, from the queue or from the bot. Of any number who try at once exactly one succeeds; a bot's
 * reply that is being thought meanwhile is thought again and finds a person there.
 */
export async function claimSession(parts: DeskParts, actor: Actor, sessionId: string): Promise<ClaimOutcome> {
  const decided = await decideOnSession(parts, sessionId, ({ session, conversation }, at) => {
    const judged = judgeClaim(ownershipOf(session), actor.staffId);
    if (judged !== 'free') return { kind: 'answer', answer: judged };
    return {
      kind: 'commit',
      rows: [statusRow({ speaker: 'agent', name: actor.deskName }, { sessionId, at })],
      sessionId,
      effects: [
        ...changeOwner(parts, { sessionId, from: null, to: actor.staffId, change: takenAt(at), at }),
        ...toChannel(parts, conversation, { kind: 'notice', at }),
        audited(parts, { actor: actor.staffId, action: 'session.claimed', subject: `session:${sessionId}`, at }),
      ],
    };
  });
  if (decided.kind === 'answer') return decided.answer;
  watchConversation(parts, actor.staffId, decided.conversationId);
  announce(parts, { ...decided, sessionId });
  return 'claimed';
}

/** What a session is once it has an owner. */
export function takenAt(at: number) {
  return { state: 'assigned', assigned_at: at, returned_at: null, given_back_by: null } as const;
}
