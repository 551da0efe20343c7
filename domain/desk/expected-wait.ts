/** How long people had a conversation lately, and how many they have now. */
export interface Measured {
  /** Milliseconds from taking over to closing, each of one conversation. */
  readonly handlings: readonly number[];
  /** Conversations that people who are at the desk have now. */
  readonly inService: number;
}

/** Within this a customer is reached four times in five, milliseconds. */
export interface ExpectedWait {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Fewer conversations than these tell nothing. */
export const LEAST_MEASURED = 20;
/** Nobody is helped by "up to five hours". */
const LONGEST_TOLD_MS = 2 * 3_600_000;
/** Of the standard normal distribution, 90 %. */
const Z90 = 1.2816;

/**
 * How long a customer at a place (from 1) waits, with 10 % on either side; null where too little is known to say. A place
 * is reached after as many departures; with several conversations in service those come about like a Poisson stream
 * (Palm-Khintchine) of rate `inService / mean`. Its wait is Erlang, widened by what the mean itself is uncertain; quantiles
 * by Wilson and Hilferty's cube root (PNAS 17, 1931). Who serves fewer than they could serves sooner: then it is less.
 */
export function expectedWait(place: number, measured: Measured): ExpectedWait | null {
  const span = waitSpan(place, measured);
  return span === null || span.toMs > LONGEST_TOLD_MS ? null : span;
}

/** Whether the queue is so long that whoever stands there is hardly served today: even the shorter end is beyond what is told. */
export function outlasts(place: number, measured: Measured): boolean {
  return (waitSpan(place, measured)?.fromMs ?? 0) > LONGEST_TOLD_MS;
}

/** The same however long it is. */
export function waitSpan(place: number, { handlings, inService }: Measured): ExpectedWait | null {
  const measured = handlings.length;
  if (measured < LEAST_MEASURED || inService < 1) return null;
  const mean = handlings.reduce((sum, one) => sum + one, 0) / measured;
  const variance = handlings.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (measured - 1);
  if (mean <= 0) return null;
  const gap = mean / inService;
  const wait = place * gap;
  const spread =
    place * Math.max(gap ** 2, variance / inService ** 2) + (place / inService) ** 2 * (variance / measured);
  const shape = wait ** 2 / spread;
  const quantile = (z: number) => wait * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  return { fromMs: quantile(-Z90), toMs: quantile(Z90) };
}

/** The same in minutes as people say them: whole up to ten, then in fives, outwards. At least one minute, and never nothing between the two. */
export function inMinutes({ fromMs, toMs }: ExpectedWait): { readonly from: number; readonly to: number } {
  const to = roundedTo(toMs / 60_000, Math.ceil);
  const from = Math.max(1, roundedTo(fromMs / 60_000, Math.floor));
  return { from: Math.min(from, to), to: Math.max(1, to) };
}

function roundedTo(minutes: number, round: (value: number) => number): number {
  const step = minutes > 10 ? 5 : 1;
  return round(minutes / step) * step;
}
