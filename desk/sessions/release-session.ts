import type { ReleaseTask } from '../../web/protocol/desk/session.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type HandBack, type HandBackOutcome, handBack } from './hand-back.ts';
import { handoffRow, noteRow, statusRow } from './session-rows.ts';

export interface Release {
  readonly sessionId: string;
  readonly to: 'bot' | 'queue';
  /** For whoever goes on. */
  readonly note?: string | undefined;
  /** What the bot is to do next. */
  readonly next?: ReleaseTask | undefined;
}

/** The owner gives a session back: to the bot, which says so, or to the queue, where it keeps its earlier place. */
export function releaseSession(parts: DeskParts, actor: Actor, release: Release): Promise<HandBackOutcome> {
  return handBack(parts, actor, release.to === 'bot' ? toBot(actor, release) : toQueue(actor, release));
}

function toBot(actor: Actor, { sessionId, note, next }: Release): HandBack {
  const left = { ...(note ? { note } : {}), ...(next ? { next } : {}) };
  return {
    sessionId,
    action: 'session.released',
    detail: { to: 'bot', ...left },
    rows: (at) => [
      ...(note ? [noteRow(note, { sessionId, at, staffId: actor.staffId })] : []),
      statusRow({ speaker: 'bot' }, { sessionId, at }),
      handoffRow({ state: 'completed', to: 'bot', sessionId, ...left }, { sessionId, at }),
    ],
    change: () => ({ state: 'bot', queued_at: null, returned_at: null, given_back_by: null }),
  };
}

function toQueue(actor: Actor, { sessionId, note }: Release): HandBack {
  return {
    sessionId,
    action: 'session.released',
    detail: { to: 'queue', ...(note ? { note } : {}) },
    rows: (at) => [
      ...(note ? [noteRow(note, { sessionId, at, staffId: actor.staffId })] : []),
      statusRow({ speaker: 'waiting' }, { sessionId, at }),
    ],
    change: ({ session }, at) => ({
      state: 'queued',
      queued_at: session.queued_at ?? at,
      returned_at: null,
      given_back_by: actor.staffId,
    }),
  };
}
