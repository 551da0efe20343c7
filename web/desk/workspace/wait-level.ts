import type { Severity } from './severity.ts';

export type WaitLevel = 'calm' | 'soon' | 'over';

/** From when on a wait is nearly and plainly too long, ms. The higher the grade, the sooner. */
const LIMITS: Readonly<Record<Severity | 'ungraded', { readonly soon: number; readonly over: number }>> = {
  P1: { soon: 30_000, over: 60_000 },
  P2: { soon: 60_000, over: 180_000 },
  P3: { soon: 180_000, over: 300_000 },
  P4: { soon: 180_000, over: 600_000 },
  ungraded: { soon: 180_000, over: 600_000 },
};

export function waitLevel(severity: Severity | null, waited: number): WaitLevel {
  const { soon, over } = LIMITS[severity ?? 'ungraded'];
  if (waited >= over) return 'over';
  return waited >= soon ? 'soon' : 'calm';
}
