import type { Position } from '../places/position.ts';
import type { TariffId } from './tariff.ts';

/** What is billed, as the utility's own system tells it: the embedded tables, or a system behind an interface. Money is integer fen. */
export interface BillingSource {
  account(accountId: string): Promise<AccountFacts | undefined>;
  /** Newest period first. */
  bills(accountId: string, limit: number): Promise<readonly BillFacts[]>;
  /** In the order in which they stand on the bill. */
  lines(billId: string): Promise<readonly BillLine[]>;
  /** Payments that came in, newest first. */
  payments(accountId: string, limit: number): Promise<readonly PaymentFacts[]>;
}

export interface AccountFacts {
  readonly id: string;
  readonly number: string;
  readonly tariff: TariffId;
  /** The household gets the tariff's free kWh. */
  readonly freeKwh: boolean;
  /** Supplied, or cut off for arrears. */
  readonly state: 'active' | 'disconnected';
  /** Where it is supplied. */
  readonly address: string;
  readonly position: Position;
}

export interface BillFacts {
  readonly id: string;
  /** YYYY-MM. */
  readonly period: string;
  /** Milliseconds since 1970; the end is excluded. */
  readonly from: number;
  readonly to: number;
  readonly readingFrom: number;
  readonly readingTo: number;
  readonly estimated: boolean;
  readonly kwh: number;
  /** The one it was made by. */
  readonly tariff: TariffId;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly issuedAt: number;
  readonly dueAt: number;
}

export interface BillLine {
  /** A ChargeCode, late_fee or correction. */
  readonly code: string;
  readonly kwh: number | null;
  /** Yuan a kWh, exact. */
  readonly price: string | null;
  readonly amountFen: number;
}

export interface PaymentFacts {
  readonly at: number;
  readonly amountFen: number;
  /** A payment method of the profile. */
  readonly method: string;
  /** The bill that it was taken for. */
  readonly period: string | null;
}
