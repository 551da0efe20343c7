import type { Hit } from './term-matcher.ts';

/** Finds scope cues by place without walking over all of them. */
export class CueFinder {
  private readonly byConcept: ReadonlyMap<string, readonly Hit[]>;

  /** Hits in order of their ends. */
  constructor(hits: readonly Hit[]) {
    this.byConcept = Map.groupBy(hits, (hit) => hit.concept);
  }

  /** The cues of a concept that end within the stretch. */
  endingIn(concept: string, from: number, to: number): readonly Hit[] {
    const hits = this.byConcept.get(concept);
    if (hits === undefined) return [];
    let first = 0;
    let last = hits.length;
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((hits[middle]?.end ?? 0) < from) first = middle + 1;
      else last = middle;
    }
    let end = first;
    while (end < hits.length && (hits[end]?.end ?? 0) <= to) end += 1;
    return hits.slice(first, end);
  }
}
