import { EdgeTable } from './edge-table.ts';
import { type LexiconTerm, readTerms } from './read-terms.ts';

export interface Hit {
  readonly concept: string;
  /** Span in the normalised text. */
  readonly start: number;
  readonly end: number;
}

interface Term {
  readonly concept: string;
  readonly length: number;
  /** Whether a Latin letter may follow. */
  readonly open: boolean;
}

/**
 * Finds every term of a lexicon in one pass over the text (Aho and Corasick: Efficient String Matching, 1975), so that
 * the work grows with the text alone. Latin terms are found as whole words. Hits come in order of their ends.
 */
export class TermMatcher {
  private readonly edges = new EdgeTable();
  /** By state: where it came from, by which unit, and how many units lead to it. */
  private readonly parents: number[] = [0];
  private readonly units: number[] = [0];
  private readonly depths: number[] = [0];
  /** By state: the terms that end in it, as a place in `endings`; 0 where none does. */
  private readonly ends: number[] = [0];
  /** Tens of thousands of states end few different terms: they share them. */
  private readonly endings: (readonly Term[])[] = [[]];
  private readonly endingKeys = new Map<string, number>();
  /** By state: the state of the longest proper suffix. */
  private readonly fallback: Int32Array;
  /** By state: the nearest shorter suffix state that ends a term; 0 where there is none. */
  private readonly shorter: Int32Array;

  constructor(lexicon: Readonly<Record<string, string>>) {
    for (const [concept, source] of Object.entries(lexicon)) {
      for (const term of readTerms(source)) this.add(concept, term);
    }
    this.fallback = new Int32Array(this.parents.length);
    this.shorter = new Int32Array(this.parents.length);
    this.link();
  }

  hitsIn(text: string): Hit[] {
    const hits: Hit[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      state = this.step(state, text.charCodeAt(at));
      let ending = this.ends[state] ? state : (this.shorter[state] ?? 0);
      for (; ending !== 0; ending = this.shorter[ending] ?? 0) {
        for (const term of this.endings[this.ends[ending] ?? 0] ?? []) {
          const start = at + 1 - term.length;
          if (standsAlone(text, start, at + 1, term.open)) hits.push({ concept: term.concept, start, end: at + 1 });
        }
      }
    }
    return hits;
  }

  /** All wordings of a term at once, part by part, without writing any of them out: one term may have ten thousand. */
  private add(concept: string, { parts, open }: LexiconTerm): void {
    let reached = new Set([0]);
    for (const choices of parts) {
      const next = new Set<number>();
      for (const state of reached) {
        for (const choice of choices) next.add(this.follow(state, choice));
      }
      reached = next;
    }
    for (const state of reached) {
      if (state !== 0) this.end(state, { concept, length: this.depths[state] ?? 0, open });
    }
  }

  /** The state that a text leads to; made where it is missing. */
  private follow(from: number, text: string): number {
    let state = from;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      let following = this.edges.get(state, unit);
      if (following === -1) {
        following = this.parents.push(state) - 1;
        this.units.push(unit);
        this.depths.push((this.depths[state] ?? 0) + 1);
        this.ends.push(0);
        this.edges.set(state, unit, following);
      }
      state = following;
    }
    return state;
  }

  private end(state: number, term: Term): void {
    const ending = this.endings[this.ends[state] ?? 0] ?? [];
    if (ending.some((other) => other.concept === term.concept && other.open === term.open)) return;
    const key = `${this.ends[state]} ${term.concept} ${term.length} ${term.open}`;
    const place = this.endingKeys.get(key) ?? this.endings.push([...ending, term]) - 1;
    this.endingKeys.set(key, place);
    this.ends[state] = place;
  }

  /** Suffixes are found from the shortest states to the longest. */
  private link(): void {
    for (const state of statesByDepth(this.depths)) {
      const parent = this.parents[state] ?? 0;
      const fallback = parent === 0 ? 0 : this.step(this.fallback[parent] ?? 0, this.units[state] ?? 0);
      this.fallback[state] = fallback;
      this.shorter[state] = this.ends[fallback] ? fallback : (this.shorter[fallback] ?? 0);
    }
  }

  private step(from: number, unit: number): number {
    let state = from;
    for (;;) {
      const following = this.edges.get(state, unit);
      if (following !== -1) return following;
      if (state === 0) return 0;
      state = this.fallback[state] ?? 0;
    }
  }
}

/** A counting sort: there are a quarter of a million states, and few depths. */
function statesByDepth(depths: readonly number[]): Int32Array {
  const places: number[] = [];
  for (const depth of depths) places[depth + 1] = (places[depth + 1] ?? 0) + 1;
  places[0] = 0;
  for (let depth = 1; depth < places.length; depth += 1)
    places[depth] = (places[depth] ?? 0) + (places[depth - 1] ?? 0);
  const order = new Int32Array(depths.length);
  depths.forEach((depth, state) => {
    const place = places[depth] ?? 0;
    order[place] = state;
    places[depth] = place + 1;
  });
  return order;
}

function standsAlone(text: string, start: number, end: number, open: boolean): boolean {
  if (start > 0 && joins(text.charCodeAt(start - 1), text.charCodeAt(start))) return false;
  return open || end >= text.length || !joins(text.charCodeAt(end - 1), text.charCodeAt(end));
}

/** Letters make words and digits make numbers; but a number may touch its unit. */
function joins(left: number, right: number): boolean {
  return (isLetter(left) && isLetter(right)) || (isDigit(left) && isDigit(right));
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
