import type { DeviceKind } from '../../domain/faults/device-kinds.ts';
import type { PlaceKind } from '../../domain/places/place-kinds.ts';

/** Rows of what the utility knows: customers, premises, accounts, bills, the network, places and planned work. */
export interface CustomerTable {
  id: string;
  name: string;
  phone: string;
  /** life_support, or null. */
  special_need: string | null;
}

export interface PremisesTable {
  id: string;
  /** Gazetteer codes (12 digits for a village or community, 9 for a town). */
  town_code: string;
  village_code: string;
  /** The whole address as people write it, in Chinese. */
  address: string;
  estate: string | null;
  building: string | null;
  unit: string | null;
  room: string | null;
  lat: number;
  lon: number;
  zone: 'urban' | 'rural' | 'remote';
  /** The service device it hangs on. */
  device_id: string;
  /** hospital, school, water_works, … or null. */
  critical_kind: string | null;
}

export interface AccountTable {
  id: string;
  /** 16 digits. */
  number: string;
  customer_id: string;
  premises_id: string;
  tariff: 'residential_tiered' | 'residential_tou' | 'commercial';
  /** active, or disconnected for arrears. */
  state: 'active' | 'disconnected';
  opened_at: number;
  /** 1 where the household gets the tariff's free kWh. */
  free_kwh: number;
}

export interface BillTable {
  id: string;
  account_id: string;
  /** YYYY-MM. */
  period: string;
  from_at: number;
  to_at: number;
  reading_from: number;
  reading_to: number;
  /** 1 where the reading was estimated. */
  estimated: number;
  kwh: number;
  /** The one it was made by. */
  tariff: 'residential_tiered' | 'residential_tou' | 'commercial';
  amount_fen: number;
  paid_fen: number;
  issued_at: number;
  due_at: number;
}

export interface BillLineTable {
  bill_id: string;
  line: number;
  /** tier1, tier2, tier3, peak, flat, valley, critical_peak, late_fee, correction, … */
  code: string;
  kwh: number | null;
  /** Price in yuan a kWh as an exact decimal, for example 0.66286875. */
  price: string | null;
  amount_fen: number;
}

export interface PaymentTable {
  id: string;
  account_id: string;
  bill_id: string | null;
  at: number;
  amount_fen: number;
  method: string;
}

/** What the billing system last said about an account. */
export interface BillingRecordTable {
  account_id: string;
  /** Encrypted: see channels/billing/sealed-record.ts. */
  sealed: string;
  at: number;
  expires_at: number;
}

export interface NetworkDeviceTable {
  id: string;
  kind: DeviceKind;
  parent_id: string | null;
  name: string;
  lat: number;
  lon: number;
}

export interface PaymentPointTable {
  id: string;
  name: string;
  name_en: string;
  kind: PlaceKind;
  address: string;
  town_code: string;
  lat: number;
  lon: number;
  /** opening_hours syntax of OpenStreetMap, for example "Mo-Fr 08:30-17:30; PH off". */
  hours: string;
  /** JSON: of cash, card, qr, machine, new_service, invoice. */
  services: string;
  phone: string | null;
  /** Closed for a while: local dates, both included; without an end until further notice. All null where it is not. */
  closed_from: string | null;
  closed_until: string | null;
  closed_reason: string | null;
  /** Counts its changes. */
  version: number;
}

export interface PlannedOutageTable {
  id: string;
  device_id: string;
  /** JSON: town codes and village codes touched. */
  area_codes: string;
  area: string;
  reason: string;
  reason_en: string;
  from_at: number;
  to_at: number;
  announced_at: number;
}
