import { judgeService } from '../../domain/desk/session-moves.ts';
import type { NewActivity } from '../../store/transcript.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { changeOwner, type OwnerChange } from './give-session.ts';
import { ownershipOf } from './ownership.ts';
import { decideOnSession, type SessionSnapshot } from './session-decision.ts';

export type HandBackOutcome = 'done' | 'not_owner' | 'session_closed' | 'unknown_session';

/** How an owner lets go of a session. */
export interface HandBack {
  readonly sessionId: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly rows: (at: number) => readonly NewActivity[];
  readonly change: (snapshot: SessionSnapshot, at: number) => OwnerChange['change'];
}

/** The owner lets go of a session: one commit of rows, the session's change and the audit line. */
export async function handBack(
  parts: DeskParts,
  actor: Actor,
  { sessionId, action, detail, rows, change }: HandBack,
): Promise<HandBackOutcome> {
  const decided = await decideOnSession(parts, sessionId, (snapshot, at) => {
    const judged = judgeService(ownershipOf(snapshot.session), actor.staffId);
    if (judged !== 'yours') return { kind: 'answer', answer: judged };
    const changed = change(snapshot, at);
    return {
      kind: 'commit',
      rows: rows(at),
      sessionId: changed.state === 'closed' ? null : sessionId,
      effects: [
        ...changeOwner(parts, { sessionId, from: actor.staffId, to: null, change: changed, at }),
        audited(parts, { actor: actor.staffId, action, subject: `session:${sessionId}`, at, detail }),
      ],
    };
  });
  if (decided.kind === 'answer') return decided.answer;
  announce(parts, { ...decided, sessionId });
  if (decided.pending) parts.wake(decided.conversationId);
  return 'done';
}
