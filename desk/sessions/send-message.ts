import { sql } from 'kysely';
import { judgeService } from '../../domain/desk/session-moves.ts';
import { type Statement, statement } from '../../store/database.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { ownershipOf } from './ownership.ts';
import type { SessionSnapshot } from './session-decision.ts';
import { toChannel } from './to-channel.ts';

export interface AgentMessage {
  readonly sessionId: string;
  readonly text: string;
  /** Made by the desk; the same id again is the same message. */
  readonly clientId: string;
  /** The canned reply that it began as. */
  readonly reply?: string | undefined;
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: 'not_owner' | 'session_closed' | 'unknown_session' | 'id_taken' };

/**
 * The owner writes to the customer. Nothing is decided for the bot, so the conversation's version stays; that the
 * session is still theirs is asserted in the commit. A retry gives the first try's seq, even after the session is closed.
 */
export async function sendMessage(parts: DeskParts, actor: Actor, message: AgentMessage): Promise<SendOutcome> {
  const snapshot = await parts.repositories.sessions.forDecision(message.sessionId);
  if (!snapshot) return { kind: 'refused', reason: 'unknown_session' };
  const judged = judgeService(ownershipOf(snapshot.session), actor.staffId);
  if (judged !== 'yours') return (await sentBefore(parts, actor, message)) ?? refused(judged);
  const outcome = await parts.database.commit(statementsOf(parts, { actor, snapshot, message }));
  if (outcome.ok) {
    const seq = Number(outcome.rows[0]?.[0]?.seq);
    announce(parts, { conversationId: snapshot.conversation.id, seq });
    return { kind: 'sent', seq };
  }
  const before = await sentBefore(parts, actor, message);
  return before ?? refused(outcome.refusal === 'duplicate' ? 'id_taken' : 'not_owner');
}

function refused(reason: Extract<SendOutcome, { kind: 'refused' }>['reason']): SendOutcome {
  return { kind: 'refused', reason };
}

async function sentBefore(
  { repositories }: DeskParts,
  { staffId }: Actor,
  { sessionId, clientId }: AgentMessage,
): Promise<SendOutcome | null> {
  const session = await repositories.conversations.session(sessionId);
  const sent = session && (await repositories.conversations.messageOf(session.conversation_id, clientId));
  return sent?.author === 'agent' && sent.author_id === staffId ? { kind: 'sent', seq: sent.seq } : null;
}

function statementsOf(
  parts: DeskParts,
  given: { readonly actor: Actor; readonly snapshot: SessionSnapshot; readonly message: AgentMessage },
): Statement[] {
  const { actor, snapshot, message } = given;
  const { conversation, session } = snapshot;
  const { text, clientId } = message;
  const at = parts.now();
  const agentName = session.shown_as ?? actor.deskName;
  const channelData = { author: 'agent', agentName, clientActivityID: clientId };
  return [
    ...parts.statements.transcript.accept(conversation.id, {
      author: 'agent',
      authorId: actor.staffId,
      sessionId: session.id,
      messageId: clientId,
      body: JSON.stringify({ type: 'message', text, channelData }),
      at,
      handling: 'none',
    }),
    ...(message.reply === undefined
      ? []
      : [replied(parts, { ...message, reply: message.reply }, { intent: session.intent, at })]),
    // Writing is a sign of life.
    parts.repositories.presence.beat(actor.staffId, at),
    answered(parts, { sessionId: session.id, staffId: actor.staffId, at }),
    audited(parts, {
      actor: actor.staffId,
      action: 'session.message',
      subject: `session:${session.id}`,
      at,
      detail: { messageId: clientId },
    }),
    ...toChannel(parts, conversation, { kind: 'reply', at }),
  ];
}

function replied(
  { database }: DeskParts,
  { sessionId, clientId, reply }: AgentMessage & { readonly reply: string },
  { intent, at }: { readonly intent: string | null; readonly at: number },
): Statement {
  const use = { session_id: sessionId, message_id: clientId, reply_id: reply, intent, at };
  return statement(database.query.insertInto('reply_use').values(use));
}

function answered(
  { database }: DeskParts,
  { sessionId, staffId, at }: { sessionId: string; staffId: string; at: number },
): Statement {
  return statement(
    database.query
      .updateTable('service_session')
      .set({ first_response_at: sql<number>`coalesce(first_response_at, ${at})`, last_activity_at: at })
      .where('id', '=', sessionId)
      .where('state', '=', 'assigned')
      .where('agent_id', '=', staffId),
    { expect: 1, refusal: 'not_owner' },
  );
}
