import { judgeService } from '../../domain/desk/session-moves.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type PresentAgent, presentAgents } from '../queue/serving-agents.ts';
import { watchConversation } from '../watched-conversations.ts';
import { type HandOnTarget, handedOn } from './handed-on.ts';
import { ownershipOf } from './ownership.ts';
import { decideOnSession, type Plan, type SessionSnapshot } from './session-decision.ts';
import { noteRow } from './session-rows.ts';

export interface Transfer {
  readonly sessionId: string;
  readonly to: HandOnTarget;
  /** What the next one has to know. */
  readonly note: string;
}

export type TransferOutcome =
  | 'done'
  | 'not_owner'
  | 'session_closed'
  | 'unknown_session'
  /** Whoever was named is not at the desk, or is who asks. */
  | 'not_present'
  /** They have as many as they can take. */
  | 'no_room';

/**
 * The owner hands a session on with a note: to a person, who owns it from the same commit on, or to a matter's queue, where
 * it keeps its earlier place. At no moment is it nobody's and nowhere.
 */
export async function transferSession(parts: DeskParts, actor: Actor, transfer: Transfer): Promise<TransferOutcome> {
  const next = transfer.to.kind === 'person' ? await presentColleague(parts, actor, transfer.to.staffId) : null;
  if (transfer.to.kind === 'person' && next === null) return 'not_present';
  const decided = await decideOnSession<TransferOutcome>(
    parts,
    transfer.sessionId,
    (snapshot, at) => plan(parts, { actor, transfer, next, snapshot, at }),
    { no_room: 'no_room' },
  );
  if (decided.kind === 'answer') return decided.answer;
  if (next !== null) watchConversation(parts, next.id, decided.conversationId);
  announce(parts, { ...decided, sessionId: transfer.sessionId });
  return 'done';
}

async function presentColleague(parts: DeskParts, { staffId }: Actor, wanted: string): Promise<PresentAgent | null> {
  if (wanted === staffId) return null;
  return (await presentAgents(parts)).find(({ id }) => id === wanted) ?? null;
}

function plan(
  parts: DeskParts,
  given: {
    readonly actor: Actor;
    readonly transfer: Transfer;
    readonly next: PresentAgent | null;
    readonly snapshot: SessionSnapshot;
    readonly at: number;
  },
): Plan<TransferOutcome> {
  const { actor, transfer, next, snapshot, at } = given;
  const { sessionId, note, to } = transfer;
  const { staffId } = actor;
  const judged = judgeService(ownershipOf(snapshot.session), staffId);
  if (judged !== 'yours') return { kind: 'answer', answer: judged };
  return handedOn(parts, {
    ...{ sessionId, to, next, snapshot, from: staffId, at },
    within: next?.capacity,
    note: noteRow(note, { sessionId, at, staffId }),
    effects: [
      audited(parts, {
        actor: staffId,
        action: 'session.transferred',
        subject: `session:${sessionId}`,
        at,
        detail: { to: to.kind === 'person' ? to.staffId : `skill:${to.skill}`, note },
      }),
    ],
  });
}
