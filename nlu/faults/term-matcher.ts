import { EdgeTable } from './edge-table.ts';
import { expandTerms } from './expand-terms.ts';

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
  /** By state: the state of the longest proper suffix. */
  private readonly fallback: number[] = [0];
  /** By state: the nearest shorter suffix state that ends a term; 0 where there is none. */
  private readonly shorter: number[] = [0];
  /** The terms that end in a state; most states end none. */
  private readonly terms = new Map<number, readonly Term[]>();
  private readonly endings = new Map<string, readonly Term[]>();

  constructor(lexicon: Readonly<Record<string, string>>) {
    const parents: [number, number][] = [[0, 0]];
    for (const [concept, source] of Object.entries(lexicon)) {
      for (const term of expandTerms(source)) this.add(concept, term, parents);
    }
    this.link(parents);
  }

  hitsIn(text: string): Hit[] {
    const hits: Hit[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      state = this.step(state, text.charCodeAt(at));
      let ending = this.terms.has(state) ? state : (this.shorter[state] ?? 0);
      for (; ending !== 0; ending = this.shorter[ending] ?? 0) {
        for (const term of this.terms.get(ending) ?? []) {
          const start = at + 1 - term.length;
          if (standsAlone(text, start, at + 1, term.open)) hits.push({ concept: term.concept, start, end: at + 1 });
        }
      }
    }
    return hits;
  }

  /** `parents` holds for each state where it came from and by which unit. */
  private add(concept: string, source: string, parents: [number, number][]): void {
    const open = source.endsWith('*');
    const text = open ? source.slice(0, -1) : source;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      let following = this.edges.get(state, unit);
      if (following === -1) {
        following = parents.length;
        parents.push([state, unit]);
        this.edges.set(state, unit, following);
      }
      state = following;
    }
    if (state === 0) return;
    const ending = this.terms.get(state) ?? [];
    if (ending.some((term) => term.concept === concept && term.open === open)) return;
    this.terms.set(state, this.shared([...ending, { concept, length: text.length, open }]));
  }

  /** Tens of thousands of states end few different terms: they hold the same ones. */
  private shared(terms: readonly Term[]): readonly Term[] {
    const key = terms.map(({ concept, length, open }) => `${concept} ${length} ${open}`).join();
    const known = this.endings.get(key);
    if (known !== undefined) return known;
    this.endings.set(key, terms);
    return terms;
  }

  /** Suffixes are found from the shortest states to the longest. */
  private link(parents: readonly [number, number][]): void {
    const depths = new Int32Array(parents.length);
    parents.forEach(([parent], state) => {
      if (state > 0) depths[state] = (depths[parent] ?? 0) + 1;
    });
    const order = Int32Array.from(parents, (_, state) => state).sort(
      (left, right) => (depths[left] ?? 0) - (depths[right] ?? 0),
    );
    for (const state of order) {
      const [parent, unit] = parents[state] ?? [0, 0];
      const fallback = (depths[state] ?? 0) <= 1 ? 0 : this.step(this.fallback[parent] ?? 0, unit);
      this.fallback[state] = fallback;
      this.shorter[state] = this.terms.has(fallback) ? fallback : (this.shorter[fallback] ?? 0);
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
