import type { IncidentState } from '../../domain/incidents/incident-states.ts';

/** Rows of faults of the network: who is dark by them, what they are inferred from, and what became of them. */
export interface IncidentTable {
  id: string;
  /** What people call it, for example IN2611240371. */
  number: string;
  /** Most probably failed, or found so. */
  device_id: string | null;
  /** The feeder's breaker; null where the device hangs on none. */
  feeder_id: string | null;
  state: IncidentState;
  /** inferred from reports; person: opened or split off by hand; system: given by another system. */
  origin: 'inferred' | 'person' | 'system';
  /** 1 where a person has said which device it is: inference leaves it there. */
  pinned: number;
  /** That the device has failed; 1 once confirmed. */
  probability: number;
  /** JSON: IncidentExplanation. */
  explanation: string;
  customers: number;
  severity: 'P1' | 'P2' | 'P3' | 'P4';
  life_at_risk: number;
  /** Accounts registered for life support below the device. */
  life_support: number;
  /** JSON: kinds of critical sites below it. */
  critical_sites: string;
  cause: string | null;
  /** JSON: town and village codes. */
  area_codes: string;
  area: string;
  /** When the first word of it came. */
  started_at: number;
  opened_at: number;
  eta_at: number | null;
  /** Who gave the ETA, for example crew or dispatcher; null while not yet assessed. */
  eta_source: string | null;
  eta_set_at: number | null;
  /** A staff id; null where another system has set it. */
  eta_set_by: string | null;
  crew: string | null;
  /** The staff member answerable now; null only while no dispatcher and no supervisor is there. */
  responsible_id: string | null;
  /** The open incident below whose device it lies, kept apart because it must not be hidden. */
  within_id: string | null;
  merged_into: string | null;
  restored_at: number | null;
  closed_at: number | null;
  updated_at: number;
  version: number;
}

/** Which incident a ticket belongs to: one at most. */
export interface IncidentTicketTable {
  ticket_id: string;
  incident_id: string;
  joined_at: number;
  /** 1 where a person put it there: inference does not move it. */
  by_hand: number;
}

/** What happened to an incident, append-only. */
export interface IncidentEventTable {
  incident_id: string;
  seq: number;
  at: number;
  actor: string;
  type: string;
  /** JSON. */
  data: string;
}

/** Where a ticket's report comes from, as it was last looked at. */
export interface ReportPlaceTable {
  ticket_id: string;
  /** Of the ticket that was looked at. */
  ticket_version: number;
  /** What it was placed by: the same again is not placed anew. */
  key: string;
  by: 'account' | 'position' | 'device' | 'address' | null;
  /** JSON: PlacedPremises[]. */
  candidates: string;
  unknown: number;
  placed_at: number;
}

/** Feeders that a ticket's report may come from. */
export interface ReportFeederTable {
  ticket_id: string;
  feeder_id: string;
  /** Sum of its candidates' probabilities there. */
  weight: number;
}

/** What somebody says of the supply at premises without a ticket: most often that there is power. */
export interface SupplyWordTable {
  id: string;
  premises_id: string;
  kind: 'has_power' | 'no_power';
  /** 1 where they were asked. */
  asked: number;
  conversation_id: string | null;
  at: number;
  /** Null until it has been taken in. */
  feeder_id: string | null;
}

/** What a crew has found at a device; counts until a moment. */
export interface DeviceFindingTable {
  device_id: string;
  feeder_id: string | null;
  found: 'failed' | 'sound';
  incident_id: string | null;
  by_id: string;
  at: number;
  until_at: number;
}

/** When a feeder is to be looked at next. */
export interface FeederLookTable {
  feeder_id: string;
  due_at: number | null;
  /** Rises with every cause to look: what came while one looked is not lost. */
  revision: number;
}
