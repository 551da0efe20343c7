import { balanceOn } from '../../domain/billing/balance.ts';
import type { BillingRecord, BillingSource } from '../../domain/billing/billing-source.ts';
import type { LateFeeRule } from '../../domain/billing/late-fee.ts';
import type { TariffId } from '../../domain/billing/tariff.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { SessionBills } from '../../web/protocol/desk/session-help.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { noteLook } from '../look-log.ts';
import { readSummary } from './session-summary.ts';

const MOST_BILLS = 3;

export interface SessionBillParts extends DeskParts {
  readonly billing: BillingSource;
  readonly timeZone: string;
  readonly lateFeeRule: (tariff: TariffId) => LateFeeRule;
}

/** The last bills and the balance of the account that the customer of a session has verified; null where there is no such session. */
export async function showBills(
  parts: SessionBillParts,
  actor: Actor,
  sessionId: string,
): Promise<SessionBills | null> {
  const stored = await parts.repositories.conversations.session(sessionId);
  if (!stored) return null;
  const { account } = readSummary(stored.summary);
  if (account?.id === undefined || !account.verified) return { kind: 'not_verified' };
  await noteLook(parts, actor, `account:${account.id}`);
  const look = await parts.billing.look(account.id, 'glance');
  return look.kind === 'known' ? billsOf(parts, look) : { kind: 'unreachable' };
}

function billsOf(
  { timeZone, lateFeeRule, now }: SessionBillParts,
  { record: { account, bills }, keptAt }: { readonly record: BillingRecord; readonly keptAt: number | null },
): SessionBills {
  const dateOf = (at: number) => localTimeOf(at, timeZone).date;
  const open = bills.map((bill) => ({ ...bill, dueDate: dateOf(bill.dueAt) }));
  const owed = balanceOn(dateOf(now()), open, lateFeeRule(account.tariff));
  return {
    kind: 'known',
    keptAt,
    disconnected: account.state === 'disconnected',
    owedFen: owed.totalFen,
    lateFeeFen: owed.lateFeeFen,
    nextDueDate: owed.nextDueDate,
    bills: bills.slice(0, MOST_BILLS).map(({ period, kwh, estimated, amountFen, paidFen }) => ({
      ...{ period, kwh, estimated, amountFen, paidFen },
    })),
  };
}
