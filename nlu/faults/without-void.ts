import type { Hit } from './term-matcher.ts';

const SCOPE_CUES = new Set(['NOT', 'IF', 'BREAK']);
const COVERS = new Set(['void', 'NOT_VOID']);
/** No term of the lexicon is longer. */
const LONGEST_TERM = 40;

/**
 * Leaves out hits that mean nothing where they stand: a danger word inside a harmless longer one ("fire" in
 * "fire station"), a denial inside a longer word ("没" in "没电").
 */
export function withoutVoid(hits: readonly Hit[]): Hit[] {
  const voids = longestByStart(hits.filter((hit) => hit.concept === 'void'));
  const words = longestByStart(hits.filter((hit) => !SCOPE_CUES.has(hit.concept)));
  return hits.filter((hit) => {
    if (COVERS.has(hit.concept)) return false;
    return !isCovered(hit, SCOPE_CUES.has(hit.concept) ? words : voids);
  });
}

/** From where a term begins to where the longest that begins there ends. */
function longestByStart(hits: readonly Hit[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const hit of hits) ends.set(hit.start, Math.max(ends.get(hit.start) ?? 0, hit.end));
  return ends;
}

function isCovered(hit: Hit, covers: ReadonlyMap<number, number>): boolean {
  if (covers.size === 0) return false;
  for (let start = hit.start; start >= Math.max(0, hit.end - LONGEST_TERM); start -= 1) {
    const end = covers.get(start) ?? 0;
    if (end >= hit.end && end - start > hit.end - hit.start) return true;
  }
  return false;
}
