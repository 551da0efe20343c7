import type { Hit } from './term-matcher.ts';

const SCOPE_CUES = new Set(['NOT', 'IF', 'BREAK']);
const COVERS = new Set(['void', 'NOT_VOID']);

/**
 * Leaves out hits that mean nothing where they stand: a danger word inside a harmless longer one ("fire" in
 * "fire station"), a denial inside a longer word ("没" in "没电").
 */
export function withoutVoid(hits: readonly Hit[]): Hit[] {
  const voids = hits.filter((hit) => hit.concept === 'void');
  const words = hits.filter((hit) => !SCOPE_CUES.has(hit.concept));
  return hits.filter((hit) => {
    if (COVERS.has(hit.concept)) return false;
    return !(SCOPE_CUES.has(hit.concept) ? words : voids).some((cover) => covers(cover, hit));
  });
}

function covers(cover: Hit, hit: Hit): boolean {
  return cover.start <= hit.start && hit.end <= cover.end && cover.end - cover.start > hit.end - hit.start;
}
