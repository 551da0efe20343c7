import { judgeService } from '../../domain/desk/session-moves.ts';
import type { Skill } from '../../domain/desk/staff-skills.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type PresentAgent, presentAgents } from '../queue/serving-agents.ts';
import { watchConversation } from '../watched-conversations.ts';
import { takenAt } from './claim-session.ts';
import { changeOwner, type OwnerChange } from './give-session.ts';
import { ownershipOf } from './ownership.ts';
import { decideOnSession, type Plan, type SessionSnapshot } from './session-decision.ts';
import { noteRow, statusRow } from './session-rows.ts';
import { toChannel } from './to-channel.ts';

export interface Transfer {
  readonly sessionId: string;
  /** Somebody at the desk, or whoever knows the matter. */
  readonly to:
    | { readonly kind: 'person'; readonly staffId: string }
    | { readonly kind: 'skill'; readonly skill: Skill };
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
  const judged = judgeService(ownershipOf(snapshot.session), actor.staffId);
  if (judged !== 'yours') return { kind: 'answer', answer: judged };
  const status = next ? ({ speaker: 'agent', name: next.deskName } as const) : ({ speaker: 'waiting' } as const);
  return {
    kind: 'commit',
    rows: [noteRow(note, { sessionId, at, staffId: actor.staffId }), statusRow(status, { sessionId, at })],
    sessionId,
    effects: [
      ...toChannel(parts, snapshot.conversation, { kind: 'notice', at }),
      ...changeOwner(parts, ownerChange(given)),
      audited(parts, {
        actor: actor.staffId,
        action: 'session.transferred',
        subject: `session:${sessionId}`,
        at,
        detail: { to: to.kind === 'person' ? to.staffId : `skill:${to.skill}`, note },
      }),
    ],
  };
}

function ownerChange({ actor, transfer, next, snapshot, at }: Parameters<typeof plan>[1]): OwnerChange {
  const { sessionId, to } = transfer;
  const from = actor.staffId;
  if (next) return { sessionId, from, to: next.id, change: takenAt(at), within: next.capacity, at };
  const queued = {
    state: 'queued',
    skill: to.kind === 'skill' ? to.skill : snapshot.session.skill,
    queued_at: snapshot.session.queued_at ?? at,
    returned_at: null,
    given_back_by: from,
  } as const;
  return { sessionId, from, to: null, change: queued, at };
}
