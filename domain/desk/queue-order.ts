import type { Severity } from '../faults/severity.ts';

/** A service session that waits for a person. */
export interface Waiting {
  readonly id: string;
  /** Null where nothing was graded: it stands with P4. */
  readonly severity: Severity | null;
  /** Milliseconds since 1970; null counts as having waited longest. */
  readonly queuedAt: number | null;
}

/** The queue in the order it should be served: the graver first, then who has waited longer. A total order. */
export function orderQueue<W extends Waiting>(waiting: readonly W[]): W[] {
  return [...waiting].sort(
    (a, b) =>
      rankOf(a.severity) - rankOf(b.severity) ||
      (a.queuedAt ?? 0) - (b.queuedAt ?? 0) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

const RANKS: Readonly<Record<Severity, number>> = { P1: 1, P2: 2, P3: 3, P4: 4 };

function rankOf(severity: Severity | null): number {
  return RANKS[severity ?? 'P4'];
}
