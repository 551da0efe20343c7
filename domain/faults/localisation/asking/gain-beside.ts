import { type AnswerTerms, answerGain, answerOdds } from './answer-gain.ts';
import type { DarkTogether, LitCase } from './dark-together.ts';

export interface GainBeside {
  /** That a place is dark. */
  dark(place: number): number;
  /** What an answer from a place tells in bits, beside the answers from others; a place may stand there several times. */
  gains(others: readonly number[]): (place: number) => number;
}

/** What an answer tells beside others that are not there yet: the mean over all that they may be. */
export function createGainBeside(together: DarkTogether, terms: AnswerTerms): GainBeside {
  const cases = new Map<string, LitCase>();
  const whereLit = (places: readonly number[]): LitCase => {
    const key = places.join(' ');
    const known = cases.get(key) ?? together.whereLit(places);
    cases.set(key, known);
    return known;
  };
  const odds = answerOdds(terms);
  return {
    dark: (place) => clamp(whereLit([]).dark[place] ?? 0),
    gains(others) {
      const places = [...new Set(others)];
      const lit = subsetsOf(places).map(whereLit);
      const patterns = exactly(lit.map((each) => each.lit));
      const bits = others.map((place) => 1 << places.indexOf(place));
      return (place) => {
        const dark = exactly(lit.map((each) => each.dark[place] ?? 0));
        return meanGain({ patterns, dark, bits, odds, terms });
      };
    },
  };
}

/** By bits: the places whose bit is set, in the order of the places. */
function subsetsOf(places: readonly number[]): number[][] {
  return Array.from({ length: 1 << places.length }, (_, set) => places.filter((_place, at) => set & (1 << at)));
}

/** From P(at least these are lit) P(exactly these are), for each set of places: inclusion and exclusion. */
function exactly(atLeast: readonly number[]): Float64Array {
  const exact = Float64Array.from(atLeast);
  for (let bit = 1; bit < exact.length; bit <<= 1) {
    for (let set = 0; set < exact.length; set += 1) {
      if ((set & bit) === 0) exact[set] = (exact[set] ?? 0) - (exact[set | bit] ?? 0);
    }
  }
  return exact.map((each) => Math.max(0, each));
}

interface Beside {
  /** By the set of places that are lit: how probable it is, and how probable it is with the asked place dark. */
  readonly patterns: Float64Array;
  readonly dark: Float64Array;
  /** Of each answer that is awaited: its place's bit. */
  readonly bits: readonly number[];
  readonly odds: ReturnType<typeof answerOdds>;
  readonly terms: AnswerTerms;
}

function meanGain({ patterns, dark, bits, odds, terms }: Beside): number {
  const [bit, ...left] = bits;
  if (bit === undefined) {
    const all = total(patterns);
    return all > 0 ? all * answerGain(clamp(total(dark) / all), terms) : 0;
  }
  return odds.reduce((sum, { ifDark, ifLit }) => {
    const weigh = (each: number, set: number): number => each * (set & bit ? ifLit : ifDark);
    return sum + meanGain({ patterns: patterns.map(weigh), dark: dark.map(weigh), bits: left, odds, terms });
  }, 0);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function clamp(p: number): number {
  return Math.min(1, Math.max(0, p));
}
