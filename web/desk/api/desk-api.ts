import type { Caller } from './caller.ts';
import { accountCalls } from './calls/account-calls.ts';
import { callsOf } from './calls/calls.ts';
import { contentCalls } from './calls/content-calls.ts';
import { incidentCalls } from './calls/incident-calls.ts';
import { placeCalls } from './calls/place-calls.ts';
import { serviceCalls } from './calls/service-calls.ts';
import { sessionCalls } from './calls/session-calls.ts';
import { ticketCalls } from './calls/ticket-calls.ts';

export type DeskApi = ReturnType<typeof createDeskApi>;

/** The desk's calls by name; what they take and give is web/protocol/desk. */
export function createDeskApi(caller: Caller) {
  const calls = callsOf(caller);
  return {
    ...accountCalls(calls),
    ...sessionCalls(calls),
    ...ticketCalls(calls),
    ...incidentCalls(calls),
    ...contentCalls(calls),
    ...placeCalls(calls),
    ...serviceCalls(calls),
  };
}
