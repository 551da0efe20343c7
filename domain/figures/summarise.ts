import { type Interval, wilsonInterval } from '../ratings/wilson.ts';
import type { SessionMeasures } from './measure-session.ts';

/** Spans in milliseconds. A mean of waits tells nobody how long people wait: half of them, and nine of ten, do. */
export interface SpanSummary {
  readonly count: number;
  /** Null where there are none. */
  readonly median: number | null;
  readonly ninth: number | null;
}

export interface ShareSummary {
  readonly count: number;
  readonly good: number;
  readonly share: number | null;
  /** 95 %, by Wilson. */
  readonly interval: Interval | null;
}

export interface ServiceSummary {
  readonly sessions: number;
  readonly waited: SpanSummary;
  readonly withinTerm: ShareSummary;
  readonly givenUp: number;
  readonly firstResponse: SpanSummary;
  readonly handled: SpanSummary;
  readonly atFirstContact: ShareSummary;
  readonly transfers: number;
  /** Sessions that were handed on at least once. */
  readonly transferred: number;
}

/** Figures of any set of sessions. */
export function summarise(measures: readonly SessionMeasures[]): ServiceSummary {
  return {
    sessions: measures.length,
    waited: spans(measures.map(({ waited }) => waited)),
    withinTerm: shares(measures.map(({ withinTerm }) => withinTerm)),
    givenUp: measures.filter(({ givenUp }) => givenUp).length,
    firstResponse: spans(measures.map(({ firstResponse }) => firstResponse)),
    handled: spans(measures.map(({ handled }) => handled)),
    atFirstContact: shares(measures.map(({ atFirstContact }) => atFirstContact)),
    transfers: measures.reduce((sum, { transfers }) => sum + transfers, 0),
    transferred: measures.filter(({ transfers }) => transfers > 0).length,
  };
}

export function spans(given: readonly (number | null)[]): SpanSummary {
  const sorted = given.filter((span) => span !== null).toSorted((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), ninth: quantile(sorted, 0.9) };
}

export function shares(given: readonly (boolean | null)[]): ShareSummary {
  const told = given.filter((one) => one !== null);
  const good = told.filter(Boolean).length;
  const count = told.length;
  return { count, good, share: count === 0 ? null : good / count, interval: wilsonInterval(good, count) };
}

/**
 * The value below which a share of sorted values lies, between neighbours by distance; null where there are none.
 * Type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, Am. Stat. 50 (1996) 361–365.
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
