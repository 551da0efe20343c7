import type { Logger } from 'pino';
import { BillingClient } from '../channels/billing/billing-client.ts';
import { type BreakerState, guardedCalls } from '../channels/billing/guarded-calls.ts';
import { type BillingObserver, HttpBillingSource } from '../channels/billing/http-billing-source.ts';
import { RecordSeal } from '../channels/billing/sealed-record.ts';
import type { BillingSource } from '../domain/billing/billing-source.ts';
import type { Database } from '../store/database.ts';
import { AccountRepository } from '../store/repositories/account-repository.ts';
import { KeptBillingRepository } from '../store/repositories/kept-billing-repository.ts';
import type { Config } from './config.ts';

export interface Billing {
  readonly source: BillingSource;
  readonly breaker: () => BreakerState;
}

type BillingConfig = Pick<
  Config,
  | 'BILLING_URL'
  | 'BILLING_TOKEN'
  | 'BILLING_PATIENCE_MS'
  | 'BILLING_TIMEOUT_MS'
  | 'BILLING_DEADLINE_MS'
  | 'BILLING_AT_ONCE'
  | 'BILLING_BREAK_AFTER'
  | 'BILLING_BREAK_MS'
  | 'BILLING_KEEP_HOURS'
>;

/** The utility's customer information system; null where bills are our own tables'. */
export function composeBilling(
  config: BillingConfig,
  parts: {
    readonly database: Database;
    readonly log: Pick<Logger, 'warn' | 'error'>;
    readonly now: () => number;
    readonly observe: BillingObserver;
    readonly version: string;
  },
): Billing | null {
  const { BILLING_URL: url, BILLING_TOKEN: token } = config;
  if (!url || !token) return null;
  const { database, log, now, observe, version } = parts;
  const accounts = new AccountRepository(database);
  const calls = guardedCalls({
    timeoutMs: config.BILLING_TIMEOUT_MS,
    deadlineMs: config.BILLING_DEADLINE_MS,
    atOnce: config.BILLING_AT_ONCE,
    breakAfter: config.BILLING_BREAK_AFTER,
    breakMs: config.BILLING_BREAK_MS,
  });
  const source = new HttpBillingSource({
    ...{ calls, log, now, observe },
    client: new BillingClient({ url, token, userAgent: `Switchboard/${version}` }),
    kept: new KeptBillingRepository(database),
    seal: new RecordSeal(token),
    numberOf: (id) => accounts.numberOf(id),
    waits: {
      first: config.BILLING_PATIENCE_MS,
      more: MORE_MS,
      glance: Math.min(GLANCE_MS, config.BILLING_PATIENCE_MS),
    },
    keepMs: config.BILLING_KEEP_HOURS * 3_600_000,
  });
  return { source, breaker: () => calls.breaker() };
}

/** How soon somebody who writes while an answer is awaited is heard. */
const MORE_MS = 250;
/** What a report of a fault may be held up for. */
const GLANCE_MS = 700;
