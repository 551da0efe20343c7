/** What of a service session decides who may do what with it. */
export interface Ownership {
  readonly state: 'bot' | 'queued' | 'assigned' | 'closed';
  /** While assigned. */
  readonly agentId: string | null;
}

/** Stepping in while the bot still answers is allowed; taking from a colleague is not. */
export function judgeClaim(
  { state, agentId }: Ownership,
  staffId: string,
): 'free' | 'already_yours' | 'already_claimed' | 'session_closed' {
  if (state === 'closed') return 'session_closed';
  if (state !== 'assigned') return 'free';
  return agentId === staffId ? 'already_yours' : 'already_claimed';
}

/** Only its owner writes in a session, gives it back or closes it. */
export function judgeService({ state, agentId }: Ownership, staffId: string): 'yours' | 'not_owner' | 'session_closed' {
  if (state === 'closed') return 'session_closed';
  return state === 'assigned' && agentId === staffId ? 'yours' : 'not_owner';
}
