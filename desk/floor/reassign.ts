import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import { type PresentAgent, presentAgents } from '../queue/serving-agents.ts';
import { type HandOnTarget, handedOn } from '../sessions/handed-on.ts';
import { decideOnSession, type Plan, type SessionSnapshot } from '../sessions/session-decision.ts';
import { movedRow } from '../sessions/session-rows.ts';
import { watchConversation } from '../watched-conversations.ts';
import type { FloorParts } from './floor-parts.ts';
import { callStaff, tellStaff } from './tell-staff.ts';

export interface Reassignment {
  readonly sessionId: string;
  readonly to: HandOnTarget;
  /** What the next one has to know. */
  readonly note: string;
  /** Why it goes to somebody who has as many as they can take. */
  readonly force?: string | undefined;
}

export type ReassignOutcome =
  | 'done'
  | 'session_closed'
  | 'unknown_session'
  /** Whoever was named is not at the desk. */
  | 'not_present'
  | 'already_theirs'
  /** They have as many as they can take, and no reason was given to give them more. */
  | 'no_room';

/**
 * A supervisor hands a conversation on, whoever has it, and whether they are there or not: to a person, who owns it from the
 * same commit on, or to a matter's queue, where it keeps its earlier place.
 */
export async function reassign(parts: FloorParts, actor: Actor, given: Reassignment): Promise<ReassignOutcome> {
  const { sessionId, to, force } = given;
  const next = to.kind === 'person' ? ((await presentAgents(parts)).find(({ id }) => id === to.staffId) ?? null) : null;
  if (to.kind === 'person' && next === null) return 'not_present';
  // Of the plan that was committed: plans before it may have met another owner.
  let from: string | null = null;
  const decided = await decideOnSession<ReassignOutcome>(
    parts,
    sessionId,
    async (snapshot, at) => {
      const { state, agent_id } = snapshot.session;
      if (state === 'closed') return { kind: 'answer', answer: 'session_closed' };
      from = state === 'assigned' ? agent_id : null;
      if (next !== null && next.id === from) return { kind: 'answer', answer: 'already_theirs' };
      return plan(parts, actor, { ...given, snapshot, next, from, at });
    },
    force === undefined ? { no_room: 'no_room' } : {},
  );
  if (decided.kind === 'answer') return decided.answer;
  if (next !== null) watchConversation(parts, next.id, decided.conversationId);
  announce(parts, { ...decided, sessionId });
  callStaff(parts, from, next?.id ?? null);
  return 'done';
}

interface Planning extends Reassignment {
  readonly snapshot: SessionSnapshot;
  readonly next: PresentAgent | null;
  readonly from: string | null;
  readonly at: number;
}

async function plan(
  parts: FloorParts,
  { staffId }: Actor,
  { sessionId, to, note, force, snapshot, next, from, at }: Planning,
): Promise<Plan<ReassignOutcome>> {
  const names = await parts.repositories.staff.namesOf(from === null ? [] : [from]);
  const forced = force === undefined ? {} : { force };
  const moved = {
    kind: 'reassigned' as const,
    from: from === null ? null : (names.get(from)?.desk_name ?? ''),
    to: next?.deskName ?? null,
    ...(to.kind === 'skill' ? { skill: to.skill } : {}),
    note,
    ...forced,
  };
  const told = { from_id: staffId, session_id: sessionId, conversation_id: snapshot.conversation.id, at };
  return handedOn(parts, {
    ...{ sessionId, to, next, snapshot, from, at },
    within: force === undefined ? next?.capacity : undefined,
    note: movedRow(moved, { sessionId, at, staffId }),
    effects: [
      ...tellStaff(parts, { ...told, to_id: from, kind: 'reassigned' }),
      ...tellStaff(parts, { ...told, to_id: next?.id ?? null, kind: 'given' }),
      audited(parts, {
        actor: staffId,
        action: 'session.reassigned',
        subject: `session:${sessionId}`,
        at,
        detail: {
          ...(from === null ? {} : { from }),
          to: to.kind === 'person' ? to.staffId : `skill:${to.skill}`,
          note,
          ...forced,
        },
      }),
    ],
  });
}
