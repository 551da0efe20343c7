import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type HandBack, type HandBackOutcome, handBack } from './hand-back.ts';
import { handoffRow, statusRow } from './session-rows.ts';

export interface Release {
  readonly sessionId: string;
  readonly to: 'bot' | 'queue';
  /** For whoever goes on. */
  readonly note?: string | undefined;
}

/** The owner gives a session back: to the bot, which says so, or to the queue, where it keeps its earlier place. */
export function releaseSession(parts: DeskParts, actor: Actor, release: Release): Promise<HandBackOutcome> {
  return handBack(parts, actor, release.to === 'bot' ? toBot(release) : toQueue(release));
}

function toBot({ sessionId, ...release }: Release): HandBack {
  const note = noteOf(release);
  return {
    sessionId,
    action: 'session.released',
    detail: { to: 'bot', ...note },
    rows: (at) => [
      statusRow({ speaker: 'bot' }, { sessionId, at }),
      handoffRow({ state: 'completed', to: 'bot', sessionId, ...note }, { sessionId, at }),
    ],
    change: (_snapshot, at) => ({ state: 'bot', agent_id: null, queued_at: null, last_activity_at: at }),
  };
}

function toQueue({ sessionId, ...release }: Release): HandBack {
  return {
    sessionId,
    action: 'session.released',
    detail: { to: 'queue', ...noteOf(release) },
    rows: (at) => [statusRow({ speaker: 'waiting' }, { sessionId, at })],
    change: ({ session }, at) => ({
      state: 'queued',
      agent_id: null,
      queued_at: session.queued_at ?? at,
      last_activity_at: at,
    }),
  };
}

function noteOf({ note }: Pick<Release, 'note'>): { readonly note?: string } {
  return note ? { note } : {};
}
