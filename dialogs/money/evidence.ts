import { balanceOn } from '../../domain/billing/balance.ts';
import type { BillingRecord } from '../../domain/billing/billing-source.ts';
import type { Comparison } from '../../domain/billing/explain/compare-bills.ts';
import { lateFeeRuleOf } from '../../domain/billing/late-fee-rule-of.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { TicketTable } from '../../store/tables/work-tables.ts';
import type { Turn } from '../turn.ts';
import { namedIn } from './ask-bill.ts';
import { momentInWords } from './billing-words.ts';
import { comparisonWords, partNote } from './comparison-words.ts';
import { comparisonsOf } from './explain-bill.ts';

/** What the records say about a matter, for whoever looks after the ticket. */
export interface Evidence {
  readonly title: string;
  /** In the customer's language. */
  readonly text: string;
  /** The same as data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What the customer wants, where nothing else was said but that they want it. */
  readonly details: string;
}

const PAYMENTS = 6;
const SUPPORTED = new Set<TicketTable['kind']>(['bill_dispute', 'payment_problem', 'payment_plan', 'reconnection']);

/** Evidence for a ticket about money; null for another one, and where nobody has been verified. */
export async function evidenceFor(turn: Turn, ticket: TicketTable['kind']): Promise<Evidence | null> {
  const { memory, services } = turn;
  if (!memory.verified || !SUPPORTED.has(ticket)) return null;
  const look = await services.billing.look(memory.verified.accountId, 'glance');
  if (look.kind !== 'known') return null;
  const evidence = ticket === 'bill_dispute' ? billEvidence(turn, look.record) : paymentEvidence(turn, look.record);
  return evidence && look.keptAt !== null ? dated(turn, evidence, look.keptAt) : evidence;
}

/** Evidence of records that are not of now says of when they are. */
function dated(turn: Turn, evidence: Evidence, keptAt: number): Evidence {
  const text = `${turn.words.money.system.asOf(momentInWords(turn, keptAt))}\n${evidence.text}`;
  return { ...evidence, text, data: { ...evidence.data, keptAt } };
}

/** The bill that was explained, else the one named, else the latest, set against those before it. */
function billEvidence(turn: Turn, { account, bills }: BillingRecord): Evidence | null {
  const { memory, words } = turn;
  const wanted = namedIn(turn) ?? memory.explained ?? null;
  const bill = bills.find(({ period }) => period === wanted) ?? bills[0];
  if (!bill) return null;
  const comparisons = comparisonsOf(turn, { account, bill, bills });
  const { analysis } = words.money.explain;
  const title = analysis.title(words.common.month(bill.period));
  const readings = `${words.bill.labels.readings} ${bill.readingFrom} → ${bill.readingTo}`;
  return {
    title,
    text: [
      `${title} (${bill.id})`,
      bill.estimated ? words.bill.estimated(readings) : readings,
      ...comparisons.flatMap((comparison) => comparisonText(turn, comparison)),
      ...(comparisons.length > 0 ? [analysis.method] : []),
    ].join('\n'),
    data: { bill: bill.id, comparisons },
    details: memory.explained === bill.period ? analysis.details(words.common.month(bill.period)) : '',
  };
}

function comparisonText(turn: Turn, comparison: Comparison): string[] {
  const { explain } = turn.words.money;
  const [sentence = ''] = comparisonWords(turn, comparison).split('\n');
  return [
    sentence,
    ...comparison.parts.map(
      (part) =>
        `- ${explain.causes[part.cause]} ${explain.signed(part.amountFen)} (${partNote(turn, comparison, part)})`,
    ),
  ];
}

/** What has come in and what is open, and payments that look as if they had been made twice. */
function paymentEvidence(turn: Turn, record: BillingRecord): Evidence {
  const { services, words, language } = turn;
  const { profile } = services;
  const { account, bills } = record;
  const payments = record.payments.slice(0, PAYMENTS);
  const { evidence } = words.money;
  const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
  const owed = balanceOn(
    dateOf(turn.now),
    bills.map((bill) => ({ ...bill, dueDate: dateOf(bill.dueAt) })),
    lateFeeRuleOf(profile, account.tariff),
  );
  const { common } = words;
  const methodOf = (id: string) => {
    const name = profile.paymentMethods.find((method) => method.id === id)?.name;
    return name ? (language === 'en' ? name.en : name.zh) : id;
  };
  const lines = payments.map(({ at, amountFen, method, period }) =>
    evidence.payment({
      date: common.date(dateOf(at)),
      sum: common.sum(amountFen),
      method: methodOf(method),
      month: period && common.month(period),
    }),
  );
  const open = bills.filter(({ amountFen, paidFen }) => amountFen > paidFen);
  const twice = payments.filter((one, index) =>
    payments.some((other, at) => at < index && other.amountFen === one.amountFen && other.period === one.period),
  );
  return {
    title: evidence.title,
    text: [
      evidence.title,
      ...(lines.length > 0 ? lines : [evidence.none]),
      ...open.map(({ period, amountFen, paidFen }) =>
        evidence.open(common.month(period), common.sum(amountFen - paidFen)),
      ),
      ...(owed.totalFen > 0 ? [evidence.owed(common.sum(owed.totalFen), common.sum(owed.lateFeeFen))] : []),
      ...twice.map(({ amountFen }) => evidence.twice(common.sum(amountFen))),
    ].join('\n'),
    data: {
      payments,
      owedFen: owed.totalFen,
      lateFeeFen: owed.lateFeeFen,
      open: open.map(({ id, amountFen, paidFen }) => ({ id, amountFen, paidFen })),
    },
    details: '',
  };
}
