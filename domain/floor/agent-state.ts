/** What tells whether somebody is at the desk; moments are milliseconds since 1970, null where there is none. */
export interface Presence {
  readonly seenAt: number | null;
  readonly sinceAt: number | null;
  readonly available: boolean;
  /** Their sign-in has neither ended nor run out. */
  readonly signedIn: boolean;
}

/** gone: signed in, and their desk has fallen silent; off: not signed in. */
export type AgentState = 'available' | 'away' | 'gone' | 'off';

/** How somebody stands, and since when. */
export function agentState(
  { seenAt, sinceAt, available, signedIn }: Presence,
  { now, graceMs }: { readonly now: number; readonly graceMs: number },
): { readonly state: AgentState; readonly since: number | null } {
  if (seenAt !== null && seenAt >= now - graceMs) return { state: available ? 'available' : 'away', since: sinceAt };
  // Who has signed in and not opened a line yet has only just come.
  return { state: signedIn && seenAt !== null && seenAt > 0 ? 'gone' : 'off', since: seenAt };
}
