import type { ServiceSession } from './repositories/conversation-repository.ts';

/** A service session as the bot opens it. */
export function newSession(id: string, conversationId: string, now: number): ServiceSession {
  return {
    id,
    conversation_id: conversationId,
    state: 'bot',
    agent_id: null,
    skill: 'general',
    severity: null,
    language: null,
    intent: null,
    summary: null,
    opened_at: now,
    last_activity_at: now,
    queued_at: null,
    assigned_at: null,
    first_response_at: null,
    closed_at: null,
    closed_by: null,
    disposition: null,
    corrections: null,
    special_need: 0,
    returned_at: null,
    given_back_by: null,
    shown_as: null,
  };
}

/** Its columns, each made by its name. */
export function sessionColumns(p: <K extends keyof ServiceSession>(name: K) => ServiceSession[K]): ServiceSession {
  return {
    id: p('id'),
    conversation_id: p('conversation_id'),
    state: p('state'),
    agent_id: p('agent_id'),
    skill: p('skill'),
    severity: p('severity'),
    language: p('language'),
    intent: p('intent'),
    summary: p('summary'),
    opened_at: p('opened_at'),
    last_activity_at: p('last_activity_at'),
    queued_at: p('queued_at'),
    assigned_at: p('assigned_at'),
    first_response_at: p('first_response_at'),
    closed_at: p('closed_at'),
    closed_by: p('closed_by'),
    disposition: p('disposition'),
    corrections: p('corrections'),
    special_need: p('special_need'),
    returned_at: p('returned_at'),
    given_back_by: p('given_back_by'),
    shown_as: p('shown_as'),
  };
}
