export type Lateness = 'calm' | 'warn' | 'breach';

/** How somebody who waits for an answer since then stands against the time within which they are to have one. */
export function latenessOf(
  since: number | null,
  terms: { readonly now: number; readonly withinSeconds: number; readonly warnAtPercent: number },
): Lateness {
  if (since === null) return 'calm';
  const waited = terms.now - since;
  if (waited >= terms.withinSeconds * 1000) return 'breach';
  return waited >= terms.withinSeconds * 10 * terms.warnAtPercent ? 'warn' : 'calm';
}
