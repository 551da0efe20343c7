import type { SessionItem, SessionList } from '../../../../web/protocol/desk/session.ts';

/** A session as the lists show it, waiting in the queue unless said otherwise. */
export function sessionItem(id: string, more: Partial<SessionItem> = {}): SessionItem {
  return {
    id,
    conversationId: `c-${id}`,
    channel: 'directline',
    state: 'queued',
    agentId: null,
    agentDeskName: null,
    customerName: null,
    skill: 'fault',
    severity: null,
    language: 'zh-Hans',
    intent: null,
    specialNeed: false,
    returned: false,
    preview: '',
    previewAuthor: 'customer',
    seq: 1,
    openedAt: 0,
    queuedAt: 0,
    assignedAt: null,
    lastActivityAt: 0,
    ...more,
  };
}

export function sessionList(queued: readonly string[], mine: readonly string[] = []): SessionList {
  return { queued: queued.map((id) => sessionItem(id)), mine: mine.map((id) => sessionItem(id)), others: [] };
}
