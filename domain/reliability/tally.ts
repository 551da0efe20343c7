/**
 * Customers of one place who lost supply at one moment and got it back at one. An event whose customers come back in steps is
 * one of these for each step: each customer of it is counted once, with their own time.
 */
export interface Interruption {
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Null while it goes on. */
  readonly to: number | null;
  readonly customers: number;
  readonly planned: boolean;
}

export interface Tally {
  readonly interruptions: number;
  /** Customers interrupted, each as often as they were: ΣN of the standard. */
  readonly customers: number;
  /** Σ(r·N): minutes without supply, summed over the customers. */
  readonly customerMinutes: number;
}

/** Sustained interruptions, unplanned and planned, and the momentary ones, which the indices leave out. */
export interface Tallies {
  readonly unplanned: Tally;
  readonly planned: Tally;
  readonly momentary: Tally;
}

export interface TallyTerms {
  /** An interruption is sustained if it lasts longer than this; 5 in the standard. */
  readonly sustainedAfterMinutes: number;
  /** What goes on is counted up to this moment. */
  readonly now: number;
}

/**
 * Adds interruptions up as IEEE Std 1366-2012 (clauses 3 and 4) does: momentary ones (the threshold and shorter) and planned
 * ones stand apart, all of an interruption's minutes belong to the time at which it began. So the tallies of the parts of a
 * period, or of areas, add up to those of the whole. What has not begun by `now` counts nothing.
 */
export function tallyOf(interruptions: Iterable<Interruption>, terms: TallyTerms): Tallies {
  const sums = { unplanned: { ...NOTHING }, planned: { ...NOTHING }, momentary: { ...NOTHING } };
  for (const { from, to, customers, planned } of interruptions) {
    if (from > terms.now) continue;
    const minutes = (Math.min(to ?? terms.now, terms.now) - from) / MINUTE;
    const sum = sums[minutes <= terms.sustainedAfterMinutes ? 'momentary' : planned ? 'planned' : 'unplanned'];
    sum.interruptions += 1;
    sum.customers += customers;
    sum.customerMinutes += minutes * customers;
  }
  return sums;
}

/** The tallies of each group that `keyOf` puts interruptions into. */
export function tallyBy<I extends Interruption>(
  interruptions: Iterable<I>,
  keyOf: (interruption: I) => string,
  terms: TallyTerms,
): ReadonlyMap<string, Tallies> {
  const groups = Map.groupBy(interruptions, keyOf);
  return new Map([...groups].map(([key, group]) => [key, tallyOf(group, terms)]));
}

const MINUTE = 60_000;
const NOTHING: Tally = { interruptions: 0, customers: 0, customerMinutes: 0 };
