import type { Skill } from '../../domain/desk/staff-skills.ts';
import type { Statement } from '../../store/database.ts';
import type { NewActivity } from '../../store/transcript.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { PresentAgent } from '../queue/serving-agents.ts';
import { takenAt } from './claim-session.ts';
import { changeOwner, type OwnerChange } from './give-session.ts';
import type { Plan, SessionSnapshot } from './session-decision.ts';
import { statusRow } from './session-rows.ts';
import { toChannel } from './to-channel.ts';

/** Somebody at the desk, or whoever knows the matter. */
export type HandOnTarget =
  | { readonly kind: 'person'; readonly staffId: string }
  | { readonly kind: 'skill'; readonly skill: Skill };

export interface HandingOn {
  readonly sessionId: string;
  readonly to: HandOnTarget;
  /** The person, where it goes to one. */
  readonly next: PresentAgent | null;
  readonly snapshot: SessionSnapshot;
  /** Null where nobody owns it before. */
  readonly from: string | null;
  /** The next owner must have room; however many they have where absent. */
  readonly within: number | undefined;
  /** What colleagues read about it. */
  readonly note: NewActivity;
  /** Beside those that hand it on. */
  readonly effects: readonly Statement[];
  readonly at: number;
}

/** Hands a session on: to a person, who owns it from this commit on, or to a matter's queue, where it keeps its earlier place. */
export function handedOn(parts: DeskParts, given: HandingOn): Extract<Plan<never>, { kind: 'commit' }> {
  const { sessionId, next, snapshot, note, effects, at } = given;
  const status = next ? ({ speaker: 'agent', name: next.deskName } as const) : ({ speaker: 'waiting' } as const);
  return {
    kind: 'commit',
    rows: [note, statusRow(status, { sessionId, at })],
    sessionId,
    effects: [
      ...toChannel(parts, snapshot.conversation, { kind: 'notice', at }),
      ...changeOwner(parts, ownerChange(given)),
      ...effects,
    ],
  };
}

function ownerChange({ sessionId, to, next, snapshot, from, within, at }: HandingOn): OwnerChange {
  if (next) {
    const room = within === undefined ? {} : { within };
    return { sessionId, from, to: next.id, change: takenAt(at), ...room, at };
  }
  const { skill, queued_at } = snapshot.session;
  const queued = {
    state: 'queued',
    skill: to.kind === 'skill' ? to.skill : skill,
    queued_at: queued_at ?? at,
    returned_at: null,
    given_back_by: from,
  } as const;
  return { sessionId, from, to: null, change: queued, at };
}
