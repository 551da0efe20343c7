import type { Generated } from 'kysely';
import type { ClockLevel } from '../../domain/tickets/clock-escalations.ts';
import type { ClockName } from '../../domain/tickets/ticket-clocks.ts';
import type { TicketState } from '../../domain/tickets/ticket-states.ts';

/** Rows of the work that conversations give rise to, and of the people who do it. */
export interface TicketTable {
  id: string;
  /** What customer and staff call it, for example 26112400371. */
  number: string;
  kind:
    | 'fault'
    | 'meter'
    | 'damage_claim'
    | 'complaint'
    | 'suggestion'
    | 'praise'
    | 'bill_dispute'
    | 'payment_problem'
    | 'payment_plan'
    | 'invoice'
    | 'reconnection'
    | 'new_service'
    | 'account_change'
    | 'callback'
    | 'enquiry';
  state: TicketState;
  severity: 'P1' | 'P2' | 'P3' | 'P4';
  /** JSON: SeverityReason[]. */
  reasons: string;
  /** JSON: FaultFacts, for faults. */
  facts: string | null;
  /** The place in the customer's words. */
  place: string | null;
  lat: number | null;
  lon: number | null;
  /** When it began: the customer's words. */
  since: string | null;
  phone: string | null;
  description: string;
  account_id: string | null;
  conversation_id: string | null;
  session_id: string | null;
  /** The staff member answerable now; null only while nobody of the role, and no supervisor, is there. */
  responsible_id: string | null;
  responsible_role: 'dispatcher' | 'agent' | 'supervisor';
  language: string | null;
  version: number;
  created_at: number;
  updated_at: number;
  closed_at: number | null;
  /** Of the premises, or of the place that was said; null where nobody knows. */
  zone: 'urban' | 'rural' | 'remote' | null;
  /** 1 where others depend on the supply of the premises: a hospital, a waterworks. */
  important: number;
  crew: string | null;
  /** When a crew was first given it; when it was last given back, and when a crew was given it since. */
  dispatched_at: number | null;
  returned_at: number | null;
  redispatched_at: number | null;
  /** The crew that was on site first. */
  first_responder: string | null;
  arrived_at: number | null;
  resolved_at: number | null;
  /** When the customer was spoken to: after the repair, or about what they complain of. */
  contacted_at: number | null;
  /** How often the customer has chased it up. */
  chases: number;
  /** When its clocks and its responsible person are to be looked at; null once it is over. */
  look_at: number | null;
  /** As they were last looked at: when the first of its running clocks is near its end, and when one runs out. */
  at_risk_at: number | null;
  overdue_at: number | null;
  /** When supply is expected back, by whose word, and since when that is said; null while not yet assessed. */
  eta_at: number | null;
  eta_source: string | null;
  eta_set_at: number | null;
  /** The ticket whose repair left this customer without supply: a nested fault. */
  former_id: string | null;
}

/** Word to the desk of a clock that runs out: once for each level and time at which it is due, and to each who is told. */
export interface TicketNoticeTable {
  ticket_id: string;
  clock: ClockName;
  level: ClockLevel;
  /** Whoever is responsible while it stands, and the supervisors. */
  told: 'responsible' | 'supervisor';
  due_at: number;
  at: number;
  seen_by: string | null;
  seen_at: number | null;
}

/** What happened to a ticket, append-only. */
export interface TicketEventTable {
  ticket_id: string;
  seq: number;
  at: number;
  actor: string;
  /** opened, amended, state, responsible, zone, chased, escalated, … */
  type: string;
  /** JSON. */
  data: string;
}

export interface StaffTable {
  id: string;
  login: string;
  name: string;
  /** What customers see: a desk name or number. */
  desk_name: string;
  password_hash: string;
  /** JSON: of agent, dispatcher, supervisor, quality, admin. */
  roles: string;
  /** JSON: skills. */
  skills: string;
  capacity: number;
  active: number;
  created_at: number;
  /** Raised by each change at the desk. */
  version: Generated<number>;
}

export interface AuditTable {
  id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  /** JSON. */
  detail: string;
}

/** An answer edited at the desk: stands before the profile's own. */
export interface AnswerTable {
  intent: string;
  language: string;
  text: string;
  updated_by: string;
  updated_at: number;
}

/** "Fault known in X": said to whoever writes while it stands. */
export interface BannerTable {
  id: string;
  text_zh: string;
  text_en: string;
  from_at: number;
  until_at: number | null;
  created_by: string;
  created_at: number;
}

/** A verification of who is asking: account and one-time code. The code is kept as a hash; account_id is null where none exists. */
export interface VerificationTable {
  id: string;
  conversation_id: string;
  account_number: string;
  account_id: string | null;
  code_hash: string;
  tries: number;
  created_at: number;
  expires_at: number;
  verified_at: number | null;
}

/** An identity signed by the utility's website that was taken: it is not taken again. */
export interface IdentityUseTable {
  /** SHA-256 of who signed it and its own id. */
  token_hash: string;
  conversation_id: string;
  account_id: string;
  at: number;
  /** Until then it is remembered: longer than it could be used. */
  expires_at: number;
}

/** A chat account that is remembered as a customer's, by their wish; one stands at a time. */
export interface ChatBindingTable {
  id: string;
  channel: string;
  /** As the channel names its user. */
  user_id: string;
  account_id: string;
  /** Of the telephone registered then, salted with the id: where another one is registered, the binding is over. */
  phone_hash: string;
  created_at: number;
  expires_at: number;
  ended_at: number | null;
  ended_by: 'customer' | 'phone_changed' | 'account_gone' | 'expired' | 'replaced' | null;
}

/** Text messages on their way to the gateway; the demo leaves them here for the operator. */
export interface SmsTable {
  id: string;
  phone: string;
  text: string;
  created_at: number;
}

/** Who does a job that only one process may do, and until when the claim holds. */
export interface ClaimTable {
  name: string;
  holder: string;
  until_at: number;
}
