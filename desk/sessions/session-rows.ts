import { HANDOFF_STATUS } from '../../dialogs/people/after-handoff.ts';
import type { NewActivity } from '../../store/transcript.ts';
import type { ConversationStatus } from '../../web/protocol/conversation.ts';
import type { ReleaseTask } from '../../web/protocol/desk/session.ts';
import { CLOSED_EVENT, MOVED_EVENT, NOTE_EVENT, STATUS_EVENT, WHISPER_EVENT } from '../../web/protocol/wire-names.ts';

/** What Bot Framework's event `handoff.status` carries when a person is done; the bot's turn answers it. */
export interface HandoffCompleted {
  readonly state: 'completed';
  readonly to: 'bot' | 'closed';
  readonly sessionId: string;
  /** What the agent leaves for whoever goes on; never for the customer. */
  readonly note?: string;
  /** What the bot is to do next; nothing where absent. */
  readonly next?: ReleaseTask;
}

interface Where {
  readonly sessionId: string;
  readonly at: number;
}

/** Tells the customer's side who is speaking from here on. */
export function statusRow(status: ConversationStatus, where: Where): NewActivity {
  return eventRow({ name: STATUS_EVENT, value: status }, where, 'none');
}

export function closedRow(where: Where): NewActivity {
  return eventRow({ name: CLOSED_EVENT, value: { sessionId: where.sessionId } }, where, 'none');
}

/** Hands the word back to the bot, whose turn handles this row. */
export function handoffRow(completed: HandoffCompleted, where: Where): NewActivity {
  return eventRow({ name: HANDOFF_STATUS, value: completed }, where, 'pending');
}

function eventRow(
  event: { name: string; value: unknown },
  where: Where,
  handling: NewActivity['handling'],
): NewActivity {
  return { author: 'system', body: JSON.stringify({ type: 'event', ...event }), handling, ...where };
}

interface Staff extends Where {
  readonly staffId: string;
}

/** Something one member of staff tells the others: stands in the transcript, never shown to the customer. */
export function noteRow(text: string, where: Staff): NewActivity {
  return internalRow({ name: NOTE_EVENT, value: { text } }, where);
}

/** Something said between a supervisor and whoever serves; `to` is the desk name of whom it is for. */
export function whisperRow(value: { readonly text: string; readonly to: string }, where: Staff): NewActivity {
  return internalRow({ name: WHISPER_EVENT, value }, where);
}

/** A supervisor's move of a conversation, for whoever reads the transcript at the desk. */
export interface Moved {
  readonly kind: 'taken_over' | 'reassigned';
  /** Desk names; null where nobody had it, or nobody has it now. */
  readonly from: string | null;
  readonly to: string | null;
  readonly skill?: string;
  readonly note?: string;
  /** Why somebody was given more than they can take. */
  readonly force?: string;
}

export function movedRow(value: Moved, where: Staff): NewActivity {
  return internalRow({ name: MOVED_EVENT, value }, where);
}

function internalRow(
  event: { readonly name: string; readonly value: unknown },
  { staffId, sessionId, at }: Staff,
): NewActivity {
  return {
    author: 'agent',
    authorId: staffId,
    body: JSON.stringify({ type: 'event', ...event }),
    handling: 'none',
    internal: true,
    sessionId,
    at,
  };
}
