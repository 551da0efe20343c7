import type { AccountFacts, Bill, BillFacts, BillLine } from '../../domain/billing/billing-source.ts';
import { usageHistory } from '../../domain/billing/usage-history.ts';
import { addDays, localTimeOf } from '../../domain/local-time.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import { masked } from '../masked.ts';
import type { Turn } from '../turn.ts';

type BillCard = CardOf<'bill'>;

/** What words about money are made with. */
export interface MoneySpeaking extends Pick<Turn, 'words' | 'language'> {
  readonly services: { readonly profile: UtilityProfile };
}

export interface BillParts {
  readonly account: AccountFacts;
  readonly bill: Bill;
  /** All that are known, for the usage columns. */
  readonly bills: readonly BillFacts[];
}

/** A bill as the customer sees it: what it consists of, and the year's usage beside the year before. */
export function billCard(turn: MoneySpeaking, parts: BillParts): BillCard {
  const { words } = turn;
  const { bill } = parts;
  return {
    kind: 'bill',
    title: words.bill.title(words.common.month(bill.period)),
    total: words.common.sum(bill.amountFen),
    facts: factsOf(turn, parts),
    lines: bill.lines.map((line) => lineOf(turn, line)),
    chart: chartOf(turn, parts),
    actions: [],
  };
}

function factsOf({ words, language, services }: MoneySpeaking, { account, bill }: BillParts): BillCard['facts'] {
  const { labels, estimated, kwh } = words.bill;
  const { common } = words;
  const { profile } = services;
  const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
  const readings = `${bill.readingFrom} → ${bill.readingTo}`;
  const tariff = profile.tariffs[account.tariff].name;
  const left = bill.amountFen - bill.paidFen;
  const lastDay = addDays(dateOf(bill.to), -1);
  return [
    { label: labels.account, value: masked(account.number) },
    { label: labels.address, value: account.address },
    { label: labels.tariff, value: language === 'en' ? tariff.en : tariff.zh },
    { label: labels.period, value: `${common.date(dateOf(bill.from))} – ${common.date(lastDay)}` },
    { label: labels.usage, value: kwh(bill.kwh) },
    { label: labels.readings, value: bill.estimated ? estimated(readings) : readings },
    { label: labels.due, value: common.date(dateOf(bill.dueAt)) },
    ...(bill.paidFen > 0 ? [{ label: labels.paid, value: common.sum(bill.paidFen) }] : []),
    ...(left > 0 ? [{ label: labels.left, value: common.sum(left) }] : []),
  ];
}

function lineOf({ words }: MoneySpeaking, { code, kwh, price, amountFen }: BillLine): BillCard['lines'][number] {
  return {
    label: words.bill.line(code),
    ...(kwh === null ? {} : { quantity: words.bill.kwh(kwh) }),
    ...(price === null ? {} : { price: words.bill.price(price) }),
    amount: words.common.sum(amountFen),
  };
}

/** The year's usage up to a bill, each month beside the one of the year before. */
export function chartOf(
  { words }: Pick<Turn, 'words'>,
  { bill, bills }: { readonly bill: BillFacts; readonly bills: readonly BillFacts[] },
): BillCard['chart'] & {} {
  const columns = usageHistory(bills, bill.period);
  const labelled = columns.map(({ period, kwh, before }) => ({ month: words.common.monthShort(period), kwh, before }));
  return {
    title: words.bill.chart,
    unit: words.bill.unit,
    columns: labelled.map(({ month, kwh, before }) => ({
      label: month,
      value: kwh,
      ...(before === null ? {} : { before }),
    })),
    alt: words.bill.chartAlt(labelled),
  };
}
