import type { Position } from '../places/position.ts';
import type { TariffId } from './tariff.ts';

/** What is billed, as the utility's own system tells it: the embedded tables, or a system behind an interface. Money is integer fen. */
export interface BillingSource {
  /** All that is on record about an account, from one moment. Never rejects for want of an answer: that is an outcome. */
  look(accountId: string, patience: Patience): Promise<BillingLook>;
}

/**
 * How long the answer may be waited for. `first`: as long as one who has asked may be left without a word. `more`: a moment at a time, for
 * whoever has been told that it takes longer. `glance`: briefly, for what is good to know but holds nothing up.
 */
export type Patience = 'first' | 'more' | 'glance';

export type BillingLook =
  /** `keptAt`: null where the system has said so just now; else it does not answer, and this is the last it said, at that moment. */
  | { readonly kind: 'known'; readonly record: BillingRecord; readonly keptAt: number | null }
  /** Asked, and not answered yet; never after a glance. */
  | { readonly kind: 'pending' }
  /** It does not answer, or not what can be believed, and nothing earlier is kept. */
  | { readonly kind: 'unreachable' }
  /** There is no such account, or not any more. */
  | { readonly kind: 'none' };

export interface BillingRecord {
  readonly account: AccountFacts;
  /** Newest period first, MOST_BILLS at most. */
  readonly bills: readonly Bill[];
  /** That came in, newest first, MOST_PAYMENTS at most. */
  readonly payments: readonly PaymentFacts[];
}

/** Five years: bills that are looked through for what is still owed. */
export const MOST_BILLS = 60;
export const MOST_PAYMENTS = 12;

/** A bill with its lines, in the order in which they stand on it; they add up to its amount. */
export interface Bill extends BillFacts {
  readonly lines: readonly BillLine[];
}

export interface AccountFacts {
  readonly id: string;
  readonly number: string;
  readonly tariff: TariffId;
  /** The household gets the tariff's free kWh. */
  readonly freeKwh: boolean;
  /** Supplied, or cut off for arrears. */
  readonly state: 'active' | 'disconnected';
  /** Where it is supplied; the position where it is known. */
  readonly address: string;
  readonly position: Position | null;
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
