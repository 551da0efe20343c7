import { billPeriod } from '../../domain/billing/bill-period.ts';
import type { ComputedBill } from '../../domain/billing/compute-bill.ts';
import { lateFee } from '../../domain/billing/late-fee.ts';
import { addDays } from '../../domain/local-time.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { AccountTable, BillLineTable, BillTable, PaymentTable } from '../../store/tables/utility-tables.ts';
import type { BillingMonth } from './billing-calendar.ts';
import { DEMO_CUSTOMER } from './demo-customer.ts';
import { drawHabit, drawUsage, type MeteredMonth } from './make-usage.ts';
import type { Random } from './random.ts';

export interface DemoBills {
  readonly bills: readonly BillTable[];
  readonly lines: readonly BillLineTable[];
  readonly payments: readonly PaymentTable[];
  /** Accounts cut off for arrears. */
  readonly disconnected: ReadonlySet<string>;
}

export interface BilledAccount {
  readonly account: AccountTable;
  readonly use: 'home' | 'shop' | 'site';
}

export interface BillOptions {
  readonly random: Random;
  readonly profile: UtilityProfile;
  readonly months: readonly BillingMonth[];
  readonly now: number;
}

/**
 * Bills that follow the tariff to the fen, what has been paid of them, and late fees, which stand on the first bill
 * issued after a late payment.
 */
export function makeBills(options: BillOptions, accounts: readonly BilledAccount[]): DemoBills {
  const out = { bills: [], lines: [], payments: [], disconnected: new Set<string>() };
  for (const account of accounts) billAccount(options, account, out);
  return out;
}

interface Out {
  readonly bills: BillTable[];
  readonly lines: BillLineTable[];
  readonly payments: PaymentTable[];
  readonly disconnected: Set<string>;
}

interface PayerHabit {
  /** So many of the last bills are unpaid, the oldest of them half paid where `half`. */
  readonly unpaid: number;
  readonly half: boolean;
  /** How often other bills are paid late. */
  readonly lateShare: number;
  readonly disconnected: boolean;
  readonly method: string;
}

const DAY = 86_400_000;
/** Bills on which something billed before is put right. */
const CORRECTED_SHARE = 0.003;

function billAccount(options: BillOptions, { account, use }: BilledAccount, out: Out): void {
  const { random, profile, months, now } = options;
  const isDemo = account.id === DEMO_CUSTOMER.accountId;
  const tariff = profile.tariffs[account.tariff];
  const terms = { tariff, freeKwh: account.free_kwh === 1, rounding: profile.billing.rounding };
  const habit = isDemo ? DEMO_USAGE : drawHabit(random, use);
  const payer = isDemo ? DEMO_PAYER : drawPayer(random, profile);
  if (payer.disconnected) out.disconnected.add(account.id);
  const corrections = random.branch(`corrections ${account.id}`);
  /** Late fees of bills paid late, to be asked for on the next bill issued. */
  let feesToCome: { paidAt: number; amountFen: number }[] = [];

  drawUsage(random, habit, tariff.rates, months).forEach((metered, index) => {
    const month = months[index];
    if (month === undefined) return;
    const computed = billPeriod({ ...month, usage: metered.usage }, terms);
    const feeFen = feesToCome
      .filter(({ paidAt }) => paidAt < month.issuedAt)
      .reduce((sum, fee) => sum + fee.amountFen, 0);
    feesToCome = feesToCome.filter(({ paidAt }) => paidAt >= month.issuedAt);
    const correctionFen = isDemo || !corrections.chance(CORRECTED_SHARE) ? 0 : -corrections.whole(2, 60) * 100;
    const bill = billRow({ account, month, metered, amountFen: computed.totalFen + feeFen + correctionFen });
    out.lines.push(...lineRows(bill.id, computed, { late_fee: feeFen, correction: correctionFen }));

    const payment = drawPayment({ random, profile, month, payer }, bill, months.length - index);
    const paid = payment !== null && payment.at < now && payment.amountFen > 0 ? payment : null;
    out.bills.push({ ...bill, paid_fen: paid?.amountFen ?? 0 });
    if (paid === null) return;
    out.payments.push(paymentRow(bill, { ...paid, method: payer.method }));
    if (paid.at <= month.dueAt) return;
    feesToCome.push({ paidAt: paid.at, amountFen: feeOf(profile, account, { bill, month, paidAt: paid.at }) });
  });
}

const DEMO_USAGE = { monthlyKwh: 230, seasonal: 1, shares: { peak: 0.35, valley: 0.35 }, lastMonthFactor: 1.5 };
const DEMO_PAYER: PayerHabit = { unpaid: 1, half: false, lateShare: 0, disconnected: false, method: 'wechat' };

function drawPayer(random: Random, profile: UtilityProfile): PayerHabit {
  const methods = profile.paymentMethods.map(({ id }) => id);
  const method = methods[random.whole(0, methods.length - 1)] ?? 'counter';
  const fate = random.unit();
  if (fate < 0.004) return { unpaid: random.whole(3, 5), half: false, lateShare: 0.5, disconnected: true, method };
  if (fate < 0.03)
    return { unpaid: random.whole(1, 3), half: random.chance(0.2), lateShare: 0.3, disconnected: false, method };
  return { unpaid: 0, half: false, lateShare: fate < 0.12 ? 0.25 : 0, disconnected: false, method };
}

interface PaymentDraw {
  readonly random: Random;
  readonly profile: UtilityProfile;
  readonly month: BillingMonth;
  readonly payer: PayerHabit;
}

/** What comes in for a bill, `age` being 1 for the latest: by day, in time or up to three weeks late, in part, or nothing. */
function drawPayment({ random, profile, month, payer }: PaymentDraw, bill: BillTable, age: number): Paid | null {
  const { issueDay, dueDay } = profile.billing;
  const late = age > payer.unpaid && random.chance(payer.lateShare);
  const days = late ? dueDay + random.whole(0, 20) : random.whole(issueDay, Math.max(issueDay, dueDay - 2));
  const at = month.toAt + days * DAY + random.whole(8 * 60, 21 * 60) * 60_000;
  if (age > payer.unpaid) return { at, amountFen: bill.amount_fen };
  return payer.half && age === payer.unpaid ? { at, amountFen: Math.floor(bill.amount_fen / 2) } : null;
}

interface Paid {
  readonly at: number;
  readonly amountFen: number;
}

function feeOf(
  profile: UtilityProfile,
  account: AccountTable,
  { bill, month, paidAt }: { bill: BillTable; month: BillingMonth; paidAt: number },
): number {
  const { residential, other } = profile.billing.lateFees;
  const onDate = addDays(`${month.dueDate.slice(0, 8)}01`, Math.floor((paidAt - month.toAt) / DAY));
  const rule = account.tariff === 'commercial' ? other : residential;
  return lateFee(rule, { amountFen: bill.amount_fen, dueDate: month.dueDate, onDate }).amountFen;
}

interface BillParts {
  readonly account: AccountTable;
  readonly month: BillingMonth;
  readonly metered: MeteredMonth;
  readonly amountFen: number;
}

function billRow({ account, month, metered, amountFen }: BillParts): BillTable {
  return {
    id: `${account.id}-${month.period}`,
    account_id: account.id,
    period: month.period,
    from_at: month.fromAt,
    to_at: month.toAt,
    reading_from: metered.readingFrom,
    reading_to: metered.readingTo,
    estimated: metered.estimated ? 1 : 0,
    kwh: metered.usage.kwh,
    tariff: account.tariff,
    amount_fen: amountFen,
    paid_fen: 0,
    issued_at: month.issuedAt,
    due_at: month.dueAt,
  };
}

function lineRows(
  billId: string,
  computed: ComputedBill,
  others: Readonly<Record<'late_fee' | 'correction', number>>,
): BillLineTable[] {
  const charges: Omit<BillLineTable, 'bill_id' | 'line'>[] = [
    ...computed.lines.map(({ code, kwh, price, amountFen }) => ({ code, kwh, price, amount_fen: amountFen })),
    ...Object.entries(others)
      .filter(([, fen]) => fen !== 0)
      .map(([code, fen]) => ({ code, kwh: null, price: null, amount_fen: fen })),
  ];
  return charges.map((charge, index) => ({ bill_id: billId, line: index + 1, ...charge }));
}

function paymentRow(
  bill: BillTable,
  { at, amountFen, method }: { at: number; amountFen: number; method: string },
): PaymentTable {
  return { id: `${bill.id}-1`, account_id: bill.account_id, bill_id: bill.id, at, amount_fen: amountFen, method };
}
