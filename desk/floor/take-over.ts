import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import { takenAt } from '../sessions/claim-session.ts';
import { changeOwner } from '../sessions/give-session.ts';
import { decideOnSession, type Plan, type SessionSnapshot } from '../sessions/session-decision.ts';
import { movedRow, statusRow } from '../sessions/session-rows.ts';
import { toChannel } from '../sessions/to-channel.ts';
import { watchConversation } from '../watched-conversations.ts';
import type { FloorParts } from './floor-parts.ts';
import { callStaff, tellStaff } from './tell-staff.ts';

export interface TakeOver {
  readonly sessionId: string;
  /** For whoever had it. */
  readonly note?: string | undefined;
}

export type TakeOverOutcome = 'taken' | 'already_yours' | 'session_closed' | 'unknown_session';

/**
 * A supervisor makes a conversation theirs, from whoever has it: an agent, the queue or the bot. Of any number who do so at
 * once the last to commit has it, and each before was told; at no moment is it nobody's, or two people's.
 */
export async function takeOver(parts: FloorParts, actor: Actor, given: TakeOver): Promise<TakeOverOutcome> {
  // Of the plan that was committed: plans before it may have met another owner.
  let from: string | null = null;
  const decided = await decideOnSession<TakeOverOutcome>(parts, given.sessionId, async (snapshot, at) => {
    const { state, agent_id } = snapshot.session;
    if (state === 'closed') return { kind: 'answer', answer: 'session_closed' };
    if (state === 'assigned' && agent_id === actor.staffId) return { kind: 'answer', answer: 'already_yours' };
    from = state === 'assigned' ? agent_id : null;
    return plan(parts, actor, { ...given, snapshot, from, at });
  });
  if (decided.kind === 'answer') return decided.answer;
  watchConversation(parts, actor.staffId, decided.conversationId);
  announce(parts, { ...decided, sessionId: given.sessionId });
  callStaff(parts, from);
  return 'taken';
}

async function plan(
  parts: FloorParts,
  { staffId, deskName }: Actor,
  given: TakeOver & { readonly snapshot: SessionSnapshot; readonly from: string | null; readonly at: number },
): Promise<Plan<TakeOverOutcome>> {
  const { sessionId, note, snapshot, from, at } = given;
  const { session, conversation } = snapshot;
  const before = from === null ? null : ((await parts.repositories.staff.namesOf([from])).get(from)?.desk_name ?? '');
  // The customer goes on with the name they know, where there was one.
  const shown_as = parts.floor.takeOverName === 'agent' ? (session.shown_as ?? before) : null;
  const noted = note ? { note } : {};
  const moved = movedRow({ kind: 'taken_over', from: before, to: deskName, ...noted }, { sessionId, at, staffId });
  const status = statusRow({ speaker: 'agent', name: deskName }, { sessionId, at });
  return {
    kind: 'commit',
    rows: shown_as === null ? [moved, status] : [moved],
    sessionId,
    effects: [
      ...(shown_as === null ? toChannel(parts, conversation, { kind: 'notice', at }) : []),
      ...changeOwner(parts, { sessionId, from, to: staffId, change: { ...takenAt(at), shown_as }, at }),
      ...tellStaff(parts, {
        ...{ to_id: from, from_id: staffId, kind: 'taken_over' as const },
        ...{ session_id: sessionId, conversation_id: conversation.id, at },
      }),
      audited(parts, {
        actor: staffId,
        action: 'session.taken_over',
        subject: `session:${sessionId}`,
        at,
        detail: { ...(from === null ? {} : { from }), ...noted },
      }),
    ],
  };
}
