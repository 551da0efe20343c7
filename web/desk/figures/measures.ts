import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { FigureShares, FigureSpans, ServiceFigures } from '../../protocol/desk/figures.ts';
import { spanWords } from './span-words.ts';

/** What is plotted, in the order shown. */
export const MEASURES = ['waited', 'firstResponse', 'handled', 'withinTerm', 'atFirstContact', 'content'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure as a number to draw: minutes for spans, per cent for shares; null where there is none. */
export function drawnValue(figures: ServiceFigures, measure: Measure): number | null {
  const one = figures[measure];
  if (isSpans(one)) return one.median === null ? null : one.median / 60_000;
  return one.share === null ? null : one.share * 100;
}

/** What a measure is drawn in. */
export function unitOf(words: DeskWords, figures: ServiceFigures, measure: Measure): string {
  return isSpans(figures[measure]) ? words.figures.minutes : '%';
}

/** So many of the sessions told something about it. */
export function countOf(figures: ServiceFigures, measure: Measure): number {
  return figures[measure].count;
}

export function textOf(words: DeskWords, figures: ServiceFigures, measure: Measure): string {
  const one = figures[measure];
  if (isSpans(one)) return spanWords(words, one.median);
  return one.share === null ? words.figures.none : `${Math.round(one.share * 100)}%`;
}

export function nameOf(words: DeskWords, measure: Measure, answerWithinSeconds: number): string {
  if (measure !== 'withinTerm') return words.figures[measure];
  return words.figures.withinTerm(spanWords(words, answerWithinSeconds * 1000));
}

function isSpans(one: FigureSpans | FigureShares): one is FigureSpans {
  return 'median' in one;
}
