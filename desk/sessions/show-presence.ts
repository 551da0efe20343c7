import { judgeService } from '../../domain/desk/session-moves.ts';
import { conversationTopic } from '../../store/topics.ts';
import { READ_EVENT } from '../../web/protocol/wire-names.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import type { DeskParts } from '../desk-parts.ts';
import { ownershipOf } from './ownership.ts';

export type PresenceOutcome = 'shown' | 'not_owner' | 'session_closed' | 'unknown_session';

/** Lets the customer see that the session's owner is writing. In passing: it stands nowhere. */
export async function showTyping(parts: DeskParts, actor: Actor, sessionId: string): Promise<PresenceOutcome> {
  const shown = await showInPassing(parts, actor, { sessionId, activity: { type: 'typing' } });
  if (shown.kind !== 'shown') return shown.kind;
  tellDesks(parts, { type: 'typing', conversationId: shown.conversationId, author: 'agent' });
  return 'shown';
}

/** Lets the customer see how far the session's owner has read. */
export async function showRead(
  parts: DeskParts,
  actor: Actor,
  { sessionId, seq }: { readonly sessionId: string; readonly seq: number },
): Promise<PresenceOutcome> {
  const activity = { type: 'event', name: READ_EVENT, value: { seq } };
  return (await showInPassing(parts, actor, { sessionId, activity })).kind;
}

async function showInPassing(
  { repositories, nerve }: DeskParts,
  { staffId, deskName }: Actor,
  { sessionId, activity }: { readonly sessionId: string; readonly activity: Readonly<Record<string, unknown>> },
): Promise<{ kind: 'shown'; conversationId: string } | { kind: Exclude<PresenceOutcome, 'shown'> }> {
  const session = await repositories.conversations.session(sessionId);
  if (!session) return { kind: 'unknown_session' };
  const judged = judgeService(ownershipOf(session), staffId);
  if (judged !== 'yours') return { kind: judged };
  const agentName = session.shown_as ?? deskName;
  const from = { id: 'agent', name: agentName, role: 'bot' };
  const passing = { ...activity, from, channelData: { author: 'agent', agentName } };
  nerve.publish(conversationTopic(session.conversation_id), JSON.stringify({ passing }));
  return { kind: 'shown', conversationId: session.conversation_id };
}
