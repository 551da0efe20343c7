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
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly fallback: number[] = [0];
  private readonly terms: Term[][] = [[]];
  /** The nearest shorter suffix state that ends a term; 0 where there is none. */
  private readonly shorter: number[] = [0];

  constructor(lexicon: Readonly<Record<string, string>>) {
    for (const [concept, source] of Object.entries(lexicon)) {
      for (const term of expandTerms(source)) this.add(concept, term);
    }
    this.link();
  }

  hitsIn(text: string): Hit[] {
    const hits: Hit[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      state = this.step(state, text.charCodeAt(at));
      for (let ending = state; ending !== 0; ending = this.shorter[ending] ?? 0) {
        for (const term of this.terms[ending] ?? []) {
          const start = at + 1 - term.length;
          if (standsAlone(text, start, at + 1, term.open)) hits.push({ concept: term.concept, start, end: at + 1 });
        }
      }
    }
    return hits;
  }

  private add(concept: string, source: string): void {
    const open = source.endsWith('*');
    const text = open ? source.slice(0, -1) : source;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      let following = this.next[state]?.get(unit);
      if (following === undefined) {
        following = this.next.length;
        this.next.push(new Map());
        this.terms.push([]);
        this.fallback.push(0);
        this.shorter.push(0);
        this.next[state]?.set(unit, following);
      }
      state = following;
    }
    const ending = this.terms[state];
    if (state !== 0 && ending !== undefined && !ending.some((term) => term.concept === concept && term.open === open)) {
      ending.push({ concept, length: text.length, open });
    }
  }

  private link(): void {
    const queue = [0];
    for (let turn = 0; turn < queue.length; turn += 1) {
      const state = queue[turn] ?? 0;
      for (const [unit, following] of this.next[state] ?? []) {
        const fallback = state === 0 ? 0 : this.step(this.fallback[state] ?? 0, unit);
        this.fallback[following] = fallback;
        this.shorter[following] = (this.terms[fallback]?.length ?? 0) > 0 ? fallback : (this.shorter[fallback] ?? 0);
        queue.push(following);
      }
    }
  }

  private step(from: number, unit: number): number {
    let state = from;
    for (;;) {
      const following = this.next[state]?.get(unit);
      if (following !== undefined) return following;
      if (state === 0) return 0;
      state = this.fallback[state] ?? 0;
    }
  }
}

function standsAlone(text: string, start: number, end: number, open: boolean): boolean {
  if (isWordUnit(text.charCodeAt(start)) && start > 0 && isWordUnit(text.charCodeAt(start - 1))) return false;
  return open || !(isWordUnit(text.charCodeAt(end - 1)) && end < text.length && isWordUnit(text.charCodeAt(end)));
}

/** Latin letters only: a number may touch a unit. */
function isWordUnit(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
