import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { noteRow } from './session-rows.ts';

export interface Note {
  readonly sessionId: string;
  readonly text: string;
  /** Made by the desk; the same id again is the same note. */
  readonly clientId: string;
}

export type NoteOutcome =
  | { readonly kind: 'noted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: 'unknown_session' | 'id_taken' };

/** Leaves a note for colleagues in a conversation, its owner's or anybody else's; nothing is decided by it. */
export async function addNote(
  parts: DeskParts,
  actor: Actor,
  { sessionId, text, clientId }: Note,
): Promise<NoteOutcome> {
  const { conversations } = parts.repositories;
  const session = await conversations.session(sessionId);
  if (!session) return { kind: 'refused', reason: 'unknown_session' };
  const { conversation_id } = session;
  const { staffId } = actor;
  const at = parts.now();
  const outcome = await parts.database.commit([
    ...parts.statements.transcript.accept(conversation_id, {
      ...noteRow(text, { sessionId, at, staffId }),
      messageId: clientId,
    }),
    audited(parts, { actor: staffId, action: 'session.noted', subject: `session:${sessionId}`, at }),
  ]);
  if (outcome.ok) {
    const seq = Number(outcome.rows[0]?.[0]?.seq);
    announce(parts, { conversationId: conversation_id, seq });
    return { kind: 'noted', seq };
  }
  const before = await conversations.messageOf(conversation_id, clientId);
  return before?.author === 'agent' && before.author_id === staffId
    ? { kind: 'noted', seq: before.seq }
    : { kind: 'refused', reason: 'id_taken' };
}
