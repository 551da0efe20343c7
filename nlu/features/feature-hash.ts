/** 32-bit FNV-1a: a feature is known by its hash; with some 10^5 features of 4 * 10^9 a clash is rare and harmless. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Each kind of feature has a seed of its own, so that equal strings of two kinds stay apart. */
export function hashSeed(kind: string): number {
  return hashText(OFFSET, kind);
}

export function hashText(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = hashUnit(hash, text.charCodeAt(at));
  return hash;
}

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME) >>> 0;
}

/** Joins the hashes of two words into one of the pair; the order counts. */
export function hashPair(seed: number, first: number, second: number): number {
  let hash = Math.imul(seed ^ first, PRIME) >>> 0;
  hash = Math.imul(hash ^ (first >>> 16) ^ second, PRIME) >>> 0;
  return Math.imul(hash ^ (second >>> 16), PRIME) >>> 0;
}
