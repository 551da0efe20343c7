import type { DISPOSITIONS } from '../../web/protocol/desk/session.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type HandBackOutcome, handBack } from './hand-back.ts';
import { closedRow, handoffRow, statusRow } from './session-rows.ts';

export interface Close {
  readonly sessionId: string;
  readonly disposition: (typeof DISPOSITIONS)[number];
  /** What came of it, for the record. */
  readonly note?: string | undefined;
}

/** The owner closes a session; the bot then asks for the rating, and the customer's next message opens another. */
export function closeSession(
  parts: DeskParts,
  actor: Actor,
  { sessionId, disposition, note }: Close,
): Promise<HandBackOutcome> {
  const noted = note ? { note } : {};
  return handBack(parts, actor, {
    sessionId,
    action: 'session.closed',
    detail: { disposition, ...noted },
    rows: (at) => [
      closedRow({ sessionId, at }),
      statusRow({ speaker: 'bot' }, { sessionId, at }),
      handoffRow({ state: 'completed', to: 'closed', sessionId, ...noted }, { sessionId, at }),
    ],
    change: (_snapshot, at) => ({ state: 'closed', closed_at: at, closed_by: 'agent', disposition }),
  });
}
