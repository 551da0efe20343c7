import type { RouteAnswer } from '../route.ts';

/** What a desk's refusal is on the wire: its reason is the code. */
export function refusal(reason: keyof typeof STATUS): {
  readonly status: 403 | 404 | 409 | 422;
  readonly code: keyof typeof STATUS;
} {
  return { status: STATUS[reason], code: reason };
}

const STATUS = {
  unknown_session: 404,
  unknown_message: 404,
  already_claimed: 409,
  not_owner: 409,
  not_present: 409,
  no_room: 409,
  queue_empty: 404,
  session_closed: 409,
  id_taken: 409,
  unknown_ticket: 404,
  not_yours: 403,
  ticket_changed: 409,
  ticket_over: 409,
  not_from_here: 409,
  crew_missing: 422,
  note_missing: 422,
  unknown_staff: 422,
  unknown_follow_up: 404,
  follow_up_changed: 409,
  follow_up_over: 409,
  unknown_incident: 404,
  incident_changed: 409,
  incident_over: 409,
  unknown_device: 422,
  in_the_past: 422,
  in_the_future: 422,
  nobody_listens: 409,
  changed_hands: 409,
  already_theirs: 409,
  unknown_duty: 404,
  unknown_alert: 404,
  already_acknowledged: 409,
  unknown_member: 404,
  member_changed: 409,
  last_admin: 409,
  login_taken: 409,
} as const;

export function found<A>(body: A | null): RouteAnswer<A> {
  return body === null ? { status: 404, code: 'not_found' } : { status: 200, body };
}

export const DONE = { status: 204 } as const;
