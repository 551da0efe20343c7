import type { BillFacts, BillingRecord } from '../../domain/billing/billing-source.ts';
import type { Comparison } from '../../domain/billing/explain/compare-bills.ts';
import { tariffsBetween } from '../../domain/billing/tariff-versions.ts';
import { tierLimits } from '../../domain/billing/tiers.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { Words } from '../../domain/utility-profile.ts';
import type { CardOf, Fact } from '../../web/protocol/card.ts';
import { billCard, type MoneySpeaking } from './bill-card.ts';
import { comparisonWords, partNote } from './comparison-words.ts';
import { comparisonsOf } from './explain-bill.ts';

export interface DocumentRow {
  readonly label: string;
  /** How it comes about, in words. */
  readonly how?: string;
  readonly amount: string;
  readonly isSum?: boolean;
}

/** A bill as a document, in finished words: what is drawn on paper and as a picture. */
export interface BillDocument {
  readonly title: string;
  readonly utility: string;
  /** How the utility is reached. */
  readonly contact: string;
  readonly total: { readonly label: string; readonly amount: string; readonly lines: readonly string[] };
  readonly facts: readonly Fact[];
  readonly charges: {
    readonly title: string;
    readonly rows: readonly DocumentRow[];
    readonly notes: readonly string[];
  };
  readonly chart: NonNullable<CardOf<'bill'>['chart']>;
  readonly legend: { readonly now: string; readonly before: string };
  /** Why it differs from earlier ones. */
  readonly explanations: readonly {
    readonly title: string;
    readonly sentence: string;
    readonly rows: readonly DocumentRow[];
  }[];
  readonly ways: {
    readonly title: string;
    readonly methods: readonly { readonly name: string; readonly how: string }[];
  };
  readonly notes: readonly string[];
}

/** The document of a period's bill, or null where there is none. `keptAt`: the records are as old as that. */
export function billDocument(
  speaking: MoneySpeaking & { readonly now: number },
  { account, bills }: BillingRecord,
  { period, keptAt }: { readonly period: string; readonly keptAt: number | null },
): BillDocument | null {
  const bill = bills.find((one) => one.period === period);
  if (!bill) return null;
  const { words } = speaking;
  const { profile } = speaking.services;
  const { common, documents } = words;
  const say = (text: Words) => (speaking.language === 'en' ? text.en : text.zh);
  const card = billCard(speaking, { account, bill, bills });
  const comparisons = comparisonsOf(speaking, { account, bill, bills });
  const { chart } = card;
  if (!chart) throw new Error('a bill’s card has a chart');
  return {
    title: card.title,
    utility: say(profile.name),
    contact: documents.contact(profile.contact.hotline, profile.contact.website),
    total: { label: documents.total, amount: card.total, lines: [dueWords(speaking, bill)] },
    facts: card.facts,
    charges: {
      title: documents.charges,
      rows: [
        ...card.lines.map(({ label, quantity, price, amount }) => {
          const how = [quantity, price].filter((part) => part !== undefined).join(' × ');
          return { label, amount, ...(how ? { how } : {}) };
        }),
        { label: documents.sum, amount: card.total, isSum: true },
      ],
      notes: [...tierNotes(speaking, bill), ...(bill.estimated ? [words.money.explain.estimatedNow] : [])],
    },
    chart,
    legend: documents.legend,
    explanations: comparisons.map((comparison) => explanation(speaking, comparison)),
    ways: {
      title: documents.ways,
      methods: profile.paymentMethods.map(({ name, how }) => ({ name: say(name), how: say(how) })),
    },
    notes: [
      documents.safety,
      documents.made(common.date(localTimeOf(speaking.now, profile.timeZone).date)),
      ...(keptAt === null ? [] : [documents.asOf(common.date(localTimeOf(keptAt, profile.timeZone).date))]),
      ...(profile.demo ? [documents.demo] : []),
    ],
  };
}

function dueWords({ words, services, now }: MoneySpeaking & { readonly now: number }, bill: BillFacts): string {
  const left = bill.amountFen - bill.paidFen;
  if (left <= 0) return words.bill.paid;
  const due = words.common.date(localTimeOf(bill.dueAt, services.profile.timeZone).date);
  return (now > bill.dueAt ? words.bill.overdue : words.bill.unpaid)(words.common.sum(left), due);
}

/** Where the tiers of the bill's month end and what each adds. */
function tierNotes({ words, services }: MoneySpeaking, bill: BillFacts): string[] {
  const { profile } = services;
  const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
  const tariff = tariffsBetween(profile.tariffs[bill.tariff], dateOf(bill.from), dateOf(bill.to)).at(-1)?.tariff;
  if (!tariff?.tiers) return [];
  const limits = tierLimits(tariff.tiers, Number(bill.period.slice(5)));
  const surcharges = tariff.tiers.surcharges.map((surcharge, index) => ({
    from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1,
    to: limits[index] ?? null,
    surcharge,
  }));
  return [words.documents.tiers(words.common.month(bill.period), tariff.basePrice, surcharges)];
}

function explanation(speaking: MoneySpeaking, comparison: Comparison): BillDocument['explanations'][number] {
  const { explain } = speaking.words.money;
  const { common } = speaking.words;
  const [sentence = ''] = comparisonWords(speaking, comparison).split('\n');
  return {
    title: explain.title(common.month(comparison.now.period), common.month(comparison.before.period)),
    sentence,
    rows: [
      ...comparison.parts.map((part) => ({
        label: explain.causes[part.cause],
        how: partNote(speaking, comparison, part),
        amount: explain.signed(part.amountFen),
      })),
      { label: speaking.words.documents.difference, amount: explain.signed(comparison.differenceFen), isSum: true },
    ],
  };
}
