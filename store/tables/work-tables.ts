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
  /** Of the premises; null where nobody has said. */
  zone: 'urban' | 'rural' | 'remote' | null;
  crew: string | null;
  /** The crew that was on site first. */
  first_responder: string | null;
  arrived_at: number | null;
  resolved_at: number | null;
  /** How often the customer has chased it up. */
  chases: number;
  /** When its clocks and its responsible person are to be looked at; null once it is over. */
  look_at: number | null;
  /** When supply is expected back, by whose word, and since when that is said; null while not yet assessed. */
  eta_at: number | null;
  eta_source: string | null;
  eta_set_at: number | null;
  /** The ticket whose repair left this customer without supply: a nested fault. */
  former_id: string | null;
}

/** Word to the desk of a clock that runs out: once for each level, and to each who is told. */
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
  token_hash: string;
  expires_at: number;
  created_at: number;
  expires_at: number;
  holder: string;
  until_at: number;
}
