import type { DeskSession } from '../../store/repositories/desk-session-repository.ts';
import type { SessionItem } from '../../web/protocol/desk/session.ts';
import type { LastWords } from './last-words.ts';

export function sessionItemOf(session: DeskSession, said: LastWords | undefined): SessionItem {
  return {
    id: session.id,
    conversationId: session.conversation_id,
    channel: session.channel,
    state: session.state,
    agentId: session.agent_id,
    agentDeskName: session.agent_desk_name,
    customerName: session.user_name,
    skill: session.skill,
    severity: session.severity,
    language: session.language,
    intent: session.intent,
    specialNeed: session.special_need === 1,
    returned: session.returned_at !== null,
    preview: said?.preview ?? '',
    previewAuthor: said?.author ?? 'system',
    seq: session.seq,
    openedAt: session.opened_at,
    queuedAt: session.queued_at,
    assignedAt: session.assigned_at,
    lastActivityAt: session.last_activity_at,
  };
}
