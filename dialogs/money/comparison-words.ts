import type { BillFacts } from '../../domain/billing/billing-source.ts';
import type { Comparison } from '../../domain/billing/explain/compare-bills.ts';
import type { Cause, ExplainedPart } from '../../domain/billing/explain/explain-bill.ts';
import { minutesOfUse } from '../../domain/billing/what-if.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { Turn } from '../turn.ts';

type Speaking = Pick<Turn, 'words'>;
type ChecksGiven = Speaking & { readonly services: { readonly profile: Pick<UtilityProfile, 'appliances'> } };

/** The difference in a sentence, and what counts most in it. */
export function comparisonWords({ words }: Speaking, comparison: Comparison): string {
  const { explain } = words.money;
  const { common } = words;
  const { now, before, differenceFen, parts } = comparison;
  const compared = {
    month: common.month(now.period),
    sum: common.sum(now.amountFen),
    than: common.month(before.period),
    difference: common.sum(Math.abs(differenceFen)),
  };
  const says = differenceFen === 0 ? explain.same : differenceFen > 0 ? explain.higher : explain.lower;
  const [most] = parts.toSorted((a, b) => Math.abs(b.amountFen) - Math.abs(a.amountFen));
  return [
    says(compared),
    ...(most ? [explain.mainly(explain.causes[most.cause], explain.signed(most.amountFen)), explain.addsUp] : []),
    ...(now.estimated ? [explain.estimatedNow] : []),
  ].join('\n');
}

/** Where a part comes from, and its lines on the bill. */
export function partNote({ words }: Speaking, comparison: Comparison, { cause, lines }: ExplainedPart): string {
  const { notes, onBill } = words.money.explain;
  const labels = [...new Set(lines.map((code) => words.bill.line(code)))];
  const note = notes[cause](comparison);
  return labels.length > 0 ? `${note}${words.common.listSeparator}${onBill(labels)}` : note;
}

/** What the customer can check, by what made the bill differ. */
export function checksFor(
  { words, services }: ChecksGiven,
  comparisons: readonly Comparison[],
  bill: Pick<BillFacts, 'readingTo'>,
): string {
  const { checks } = words.money.explain;
  const raises = (...causes: Cause[]) =>
    comparisons.some(({ parts }) => parts.some(({ cause, amountFen }) => causes.includes(cause) && amountFen > 0));
  return [
    checks.intro,
    checks.reading(bill.readingTo),
    ...(raises('usage', 'tier', 'estimate') ? [checks.appliances + likeCooling({ words, services }, comparisons)] : []),
    checks.leakage,
    checks.neighbours,
    ...(raises('time_of_use') ? [checks.hours] : []),
    ...(raises('late_fee') ? [checks.lateFee] : []),
  ]
    .map((line, index) => (index === 0 ? line : `${index}. ${line}`))
    .join('\n');
}

/** A minute or two of it say nothing. */
const WORTH_SAYING_MINUTES = 5;
const DAY_MINUTES = 1440;

/** What is used more a day, as hours of an air conditioner: something to measure it by. Empty where it is no use. */
function likeCooling({ words, services }: ChecksGiven, comparisons: readonly Comparison[]): string {
  const cooling = services.profile.appliances.find(({ id }) => id === 'air_conditioner');
  const more = comparisons.map(({ now, before }) => now.dailyTenths - before.dailyTenths).find((tenths) => tenths > 0);
  if (!cooling || more === undefined) return '';
  const minutes = minutesOfUse(more, cooling.watts.value);
  if (minutes < WORTH_SAYING_MINUTES || minutes > DAY_MINUTES) return '';
  return `${words.common.space}${words.money.explain.checks.like({ dailyTenths: more, minutes, watts: cooling.watts.value })}`;
}
