import { hasRight } from '../../domain/desk/rights.ts';
import { type Statement, statement } from '../../store/database.ts';
import type { ServiceSession } from '../../store/repositories/conversation-repository.ts';
import type { Actor } from '../actor.ts';
import { announce } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { whisperRow } from '../sessions/session-rows.ts';
import { callStaff, tellStaff } from './tell-staff.ts';

export interface Whisper {
  readonly sessionId: string;
  readonly text: string;
  /** Made by the desk; the same id again is the same whisper. */
  readonly clientId: string;
}

export type WhisperRefusal =
  | 'unknown_session'
  | 'session_closed'
  /** The caller neither serves the conversation nor may whisper to whoever does. */
  | 'not_owner'
  /** Nobody serves it, or nobody has whispered to whoever does. */
  | 'nobody_listens'
  /** It went into other hands in the very moment. */
  | 'changed_hands'
  | 'id_taken';

export type WhisperOutcome =
  | { readonly kind: 'whispered'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: WhisperRefusal };

/**
 * Says something to whoever serves a conversation, or back to who whispered to them last: a row that is internal, so that
 * it stands in no customer's transcript, and nothing is put into the outbox.
 */
export async function whisper(parts: DeskParts, actor: Actor, said: Whisper): Promise<WhisperOutcome> {
  const { conversations, staff } = parts.repositories;
  const session = await conversations.session(said.sessionId);
  if (!session) return refused('unknown_session');
  const to = await addressee(parts, actor, session);
  if ('refused' in to) return (await saidBefore(parts, actor, { session, said })) ?? refused(to.refused);
  const name = (await staff.namesOf([to.staffId])).get(to.staffId)?.desk_name ?? '';
  const outcome = await parts.database.commit(statementsOf(parts, actor, { session, said, to: { ...to, name } }));
  if (outcome.ok) {
    const seq = Number(outcome.rows[0]?.[0]?.seq);
    announce(parts, { conversationId: session.conversation_id, seq });
    callStaff(parts, to.staffId);
    return { kind: 'whispered', seq };
  }
  const before = await saidBefore(parts, actor, { session, said });
  return before ?? refused(outcome.refusal === 'duplicate' ? 'id_taken' : 'changed_hands');
}

function refused(reason: WhisperRefusal): WhisperOutcome {
  return { kind: 'refused', reason };
}

/** Whom it is for: the owner, or, from the owner, who whispered to them last. */
async function addressee(
  { repositories }: DeskParts,
  { staffId, roles }: Actor,
  { id, state, agent_id }: ServiceSession,
): Promise<{ readonly staffId: string } | { readonly refused: WhisperRefusal }> {
  if (state === 'closed') return { refused: 'session_closed' };
  if (state === 'assigned' && agent_id === staffId) {
    const last = await repositories.staffWords.lastWhisperer(id, staffId);
    return last === undefined ? { refused: 'nobody_listens' } : { staffId: last };
  }
  if (!hasRight(roles, 'floor.act')) return { refused: 'not_owner' };
  return state === 'assigned' && agent_id !== null ? { staffId: agent_id } : { refused: 'nobody_listens' };
}

async function saidBefore(
  { repositories }: DeskParts,
  { staffId }: Actor,
  { session, said }: { readonly session: ServiceSession; readonly said: Whisper },
): Promise<WhisperOutcome | null> {
  const before = await repositories.conversations.messageOf(session.conversation_id, said.clientId);
  return before?.author === 'agent' && before.author_id === staffId ? { kind: 'whispered', seq: before.seq } : null;
}

interface Saying {
  readonly session: ServiceSession;
  readonly said: Whisper;
  readonly to: { readonly staffId: string; readonly name: string };
}

function statementsOf(parts: DeskParts, { staffId }: Actor, { session, said, to }: Saying): Statement[] {
  const at = parts.now();
  const { id: sessionId, conversation_id } = session;
  return [
    ...parts.statements.transcript.accept(conversation_id, {
      ...whisperRow({ text: said.text, to: to.name }, { sessionId, at, staffId }),
      messageId: said.clientId,
    }),
    ownedStill(parts, session),
    ...tellStaff(parts, {
      ...{ to_id: to.staffId, from_id: staffId, kind: 'whisper' as const },
      ...{ session_id: sessionId, conversation_id, at },
    }),
    audited(parts, {
      actor: staffId,
      action: 'session.whispered',
      subject: `session:${sessionId}`,
      at,
      detail: { to: to.staffId, messageId: said.clientId },
    }),
  ];
}

/** Changes nothing; refused as `owner` where it went into other hands meanwhile. */
function ownedStill({ database }: DeskParts, { id, agent_id }: ServiceSession): Statement {
  const same = database.query
    .updateTable('service_session')
    .set({ agent_id })
    .where('id', '=', id)
    .where('state', '=', 'assigned')
    .where('agent_id', '=', agent_id);
  return statement(same, { expect: 1, refusal: 'owner' });
}
