import type { Intent } from '../../domain/intent.ts';
import { type NormalText, originalWords, type Span } from '../normalise/normal-text.ts';
import type { Slots } from '../understanding.ts';
import { addressSpans } from './address-spans.ts';
import { findAmount } from './find-amount.ts';
import { findNumbers } from './find-numbers.ts';
import { type TaggedSlot, type TaggerWeights, tagSpans } from './tagger.ts';
import { textUnits } from './text-units.ts';
import { monthSpans, timeSpans } from './time-spans.ts';

/** Where a bare number is likely money. */
const ABOUT_MONEY: ReadonlySet<Intent> = new Set<Intent>([
  'ask_balance',
  'ask_bill',
  'dispute_bill',
  'ask_late_fee',
  'report_payment_problem',
  'ask_payment_methods',
  'request_reconnection',
  'claim_damage',
  'ask_promotion',
  'ask_invoice',
]);

export interface SlotSource {
  readonly normal: NormalText;
  readonly intent: Intent;
  readonly tagger: TaggerWeights;
  /** Where names of the gazetteer stand. */
  readonly placesIn: (text: string) => readonly Span[];
}

/** What the message names, by the rules of taxonomy.json: numbers and sums by grammar, places and times by the tagger. */
export function findSlots({ normal, intent, tagger, placesIn }: SlotSource): Slots {
  const text = normal.text.slice(0, UNITS_READ);
  const times = timeSpans(text);
  const months = monthSpans(text);
  const parts = addressSpans(text);
  const source = { units: textUnits(normal), places: placesIn(text), times, months, parts, intent };
  const known: Record<TaggedSlot, readonly Span[]> = { address: parts, since: times, month: months };
  const tagged = tagSpans(tagger, source).map((span) => {
    return { ...span, ...wholeOf(span, known[span.slot]) };
  });
  const worded = (slot: TaggedSlot): string | undefined => {
    const span = longest(tagged.filter((candidate) => candidate.slot === slot));
    return span === undefined ? undefined : originalWords(normal, span);
  };
  const address = worded('address');
  const since = worded('since');
  const month = worded('month') ?? (ABOUT_BILLS.has(intent) ? periodIn(normal, months) : undefined);
  const numbers = findNumbers(text);
  const account = numbers.find((number) => number.kind === 'account_number');
  const phone = numbers.find((number) => number.kind === 'phone');
  const amount = findAmount(text, ABOUT_MONEY.has(intent));
  return {
    ...(account === undefined ? {} : { account_number: account.digits }),
    ...(phone === undefined ? {} : { phone: phone.digits }),
    ...(address === undefined ? {} : { address }),
    ...(since === undefined ? {} : { since }),
    ...(amount === null ? {} : { amount: amount.value }),
    ...(month === undefined ? {} : { month }),
  };
}

/** Where a period that is named is a bill's. */
const ABOUT_BILLS: ReadonlySet<Intent> = new Set<Intent>(['ask_bill', 'dispute_bill', 'ask_invoice']);
/** "This bill" and 本期 name a bill rather than a period. */
const NO_PERIOD = /bill|期$/;

function periodIn(normal: NormalText, months: readonly Span[]): string | undefined {
  const period = months.find(({ start, end }) => !NO_PERIOD.test(normal.text.slice(start, end)));
  return period === undefined ? undefined : originalWords(normal, period);
}

const UNITS_READ = 1_500;

/** A time or period that the grammar knows is taken whole. */
function wholeOf(span: Span, known: readonly Span[]): Span {
  const touched = known.filter((other) => other.start < span.end && span.start < other.end);
  return touched.reduce(
    (all, other) => ({ start: Math.min(all.start, other.start), end: Math.max(all.end, other.end) }),
    span,
  );
}

function longest(spans: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  for (const span of spans) if (best === undefined || span.end - span.start > best.end - best.start) best = span;
  return best;
}
