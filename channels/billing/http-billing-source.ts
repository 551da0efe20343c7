import type { Logger } from 'pino';
import type { BillingLook, BillingRecord, BillingSource, Patience } from '../../domain/billing/billing-source.ts';
import type { KeptBillingRepository } from '../../store/repositories/kept-billing-repository.ts';
import type { AccountRecord } from '../../web/protocol/billing-system.ts';
import { type BillingClient, recordIn } from './billing-client.ts';
import { BillingFault, type BillingFaultCode } from './billing-fault.ts';
import type { GuardedCalls } from './guarded-calls.ts';
import type { RecordSeal } from './sealed-record.ts';

export interface HttpBillingParts {
  readonly client: Pick<BillingClient, 'record'>;
  readonly calls: GuardedCalls;
  readonly kept: Pick<KeptBillingRepository, 'of' | 'keep' | 'drop'>;
  readonly seal: RecordSeal;
  /** The number of one of our accounts, by which the system knows it. */
  readonly numberOf: (accountId: string) => Promise<string | undefined>;
  readonly waits: Readonly<Record<Patience, number>>;
  /** How long an answer may be shown when nothing newer can be had. */
  readonly keepMs: number;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly now: () => number;
  readonly observe: BillingObserver;
}

/** What operators watch. */
export interface BillingObserver {
  called(call: { readonly outcome: 'record' | 'none' | BillingFaultCode; readonly ms: number }): void;
  looked(kind: 'fresh' | 'kept' | 'pending' | 'unreachable' | 'none'): void;
}

type Answer =
  | { readonly kind: 'record'; readonly record: BillingRecord }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

/** An answer that has just come is good for whoever waited for it, and for a second question in the same breath. */
const FRESH_MS = 2000;

/** The utility's customer information system as a source: asked once for all who wait, its last answer kept for when it is away. */
export class HttpBillingSource implements BillingSource {
  readonly #parts: HttpBillingParts;
  readonly #asked = new Map<string, Promise<Answer>>();

  constructor(parts: HttpBillingParts) {
    this.#parts = parts;
  }

  async look(accountId: string, patience: Patience): Promise<BillingLook> {
    const look = await this.#look(accountId, patience);
    this.#parts.observe.looked(look.kind === 'known' ? (look.keptAt === null ? 'fresh' : 'kept') : look.kind);
    return look;
  }

  async #look(accountId: string, patience: Patience): Promise<BillingLook> {
    const asked = this.#asked.get(accountId) ?? this.#ask(accountId);
    const answer = await within(asked, this.#parts.waits[patience]);
    if (answer === null && patience !== 'glance') return { kind: 'pending' };
    if (answer?.kind === 'record') return { kind: 'known', record: answer.record, keptAt: null };
    if (answer?.kind === 'none') return answer;
    return this.#lastKnown(accountId);
  }

  #ask(accountId: string): Promise<Answer> {
    const answer = this.#answer(accountId);
    this.#asked.set(accountId, answer);
    void answer.finally(() => {
      setTimeout(() => this.#asked.delete(accountId), FRESH_MS).unref();
    });
    return answer;
  }

  /** Never rejects. */
  async #answer(accountId: string): Promise<Answer> {
    const { client, calls, numberOf, observe, now } = this.#parts;
    const began = now();
    try {
      const number = await numberOf(accountId);
      if (number === undefined) return { kind: 'none' };
      const record = await calls.run((signal) => client.record(number, signal));
      const isThere = record !== null && record.account.state !== 'closed';
      observe.called({ outcome: isThere ? 'record' : 'none', ms: now() - began });
      await this.#keep(accountId, isThere ? record : null);
      return isThere ? { kind: 'record', record: recordOf(accountId, record) } : { kind: 'none' };
    } catch (error) {
      this.#failed(accountId, error, now() - began);
      return { kind: 'failed' };
    }
  }

  #failed(account: string, error: unknown, ms: number): void {
    const { log, observe } = this.#parts;
    if (!(error instanceof BillingFault)) {
      log.error({ account, err: error }, 'the billing system could not be asked');
      return;
    }
    const { code, field } = error;
    observe.called({ outcome: code, ms });
    log.warn({ account, reason: code, ...(field === null ? {} : { field }) }, `the billing system ${error.message}`);
  }

  /** What can't be kept is still good to be shown now. */
  async #keep(accountId: string, record: AccountRecord | null): Promise<void> {
    const { kept, seal, now, keepMs, log } = this.#parts;
    const at = now();
    try {
      if (record === null) await kept.drop(accountId);
      else {
        const sealed = seal.seal(JSON.stringify(record), about(accountId, at));
        await kept.keep({ account_id: accountId, sealed, at, expires_at: at + keepMs });
      }
    } catch (error) {
      log.warn({ account: accountId, err: error }, 'an answer of the billing system could not be kept');
    }
  }

  async #lastKnown(accountId: string): Promise<BillingLook> {
    const { kept, seal, now, log } = this.#parts;
    const row = await kept.of(accountId, now());
    const text = row ? seal.open(row.sealed, about(accountId, row.at)) : null;
    if (!row || text === null) return { kind: 'unreachable' };
    try {
      return { kind: 'known', record: recordOf(accountId, recordIn(text)), keptAt: row.at };
    } catch (error) {
      // Kept under an earlier contract.
      log.warn({ account: accountId, err: error }, 'a kept answer of the billing system can no longer be read');
      return { kind: 'unreachable' };
    }
  }
}

function about(accountId: string, at: number): string {
  return `${accountId}|${at}`;
}

/** Null where it has not come by then; it goes on. */
async function within<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function recordOf(accountId: string, { account, bills, payments }: AccountRecord): BillingRecord {
  const { number, tariff, freeKwh, state, address, position } = account;
  return {
    account: {
      ...{ id: accountId, number, tariff, freeKwh, address },
      state: state === 'disconnected' ? state : 'active',
      position: position ?? null,
    },
    bills: bills.map(({ from, to, issuedAt, dueAt, ...bill }) => ({
      ...bill,
      from: Date.parse(from),
      to: Date.parse(to),
      issuedAt: Date.parse(issuedAt),
      dueAt: Date.parse(dueAt),
    })),
    payments: payments.map(({ at, ...payment }) => ({ ...payment, at: Date.parse(at) })),
  };
}
