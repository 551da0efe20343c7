import { composeBilling } from '../../bot/compose-billing.ts';
import type { BillingRecord } from '../../domain/billing/billing-source.ts';
import type { Database } from '../../store/database.ts';
import { BillingRepository } from '../../store/repositories/billing-repository.ts';
import { BillingSystem, TOKEN } from './billing-system.ts';

/** What the log was told, an object a line. */
export type Logged = Readonly<Record<string, unknown>> & { readonly message: string };

type Settings = Partial<Parameters<typeof composeBilling>[0]>;

/** Our own tables behind a stand-in of the utility's system, and the source that asks it. */
export async function billingOverHttp(
  database: Database,
  { now, settings }: { now: () => number; settings?: Settings },
) {
  const own = new BillingRepository(database);
  const system = await BillingSystem.open(async (number) => recordOf(own, database, number));
  const logged: Logged[] = [];
  const calls: string[] = [];
  const looks: string[] = [];
  const line = (fields: object, message: string) => logged.push({ ...fields, message });
  const billing = composeBilling(
    {
      BILLING_URL: system.url,
      BILLING_TOKEN: TOKEN,
      BILLING_PATIENCE_MS: 5000,
      BILLING_TIMEOUT_MS: 5000,
      BILLING_DEADLINE_MS: 8000,
      BILLING_AT_ONCE: 8,
      BILLING_BREAK_AFTER: 100,
      BILLING_BREAK_MS: 100,
      BILLING_KEEP_HOURS: 48,
      ...settings,
    },
    {
      ...{ database, now, version: 'test' },
      log: { warn: line, error: line } as unknown as Parameters<typeof composeBilling>[1]['log'],
      observe: { called: ({ outcome }) => calls.push(outcome), looked: (kind) => looks.push(kind) },
    },
  );
  if (!billing) throw new Error('no billing system was composed');
  return { ...billing, system, own, logged, calls, looks };
}

export type BillingOverHttp = Awaited<ReturnType<typeof billingOverHttp>>;

async function recordOf(
  own: BillingRepository,
  { query }: Database,
  number: string,
): Promise<BillingRecord | undefined> {
  const account = await query.selectFrom('account').select('id').where('number', '=', number).executeTakeFirst();
  const look = account && (await own.look(account.id));
  return look?.kind === 'known' ? look.record : undefined;
}
