import type { Severity } from '../faults/severity.ts';

/** A service session that waits for a person. */
export interface Waiting extends Graded {
  /** Milliseconds since 1970; null counts as having waited longest. */
  readonly queuedAt: number | null;
  /** Somebody there depends on supply, or can't help themselves. */
  readonly specialNeed: boolean;
  /** Its owner was gone: it had a person already, and goes before those who have not. */
  readonly returned: boolean;
}

/** A service session that the bot or somebody is at. */
export interface InProgress extends Graded {
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

interface Graded {
  readonly id: string;
  /** Null where nothing was graded: it stands with P4. */
  readonly severity: Severity | null;
}

/**
 * The queue in the order it should be served: danger before everything; then those whose person was gone; then the graver,
 * among equals special needs, then who has waited longer. A total order.
 */
export function orderQueue<W extends Waiting>(waiting: readonly W[]): W[] {
  return [...waiting].sort(
    (a, b) =>
      bandOf(a) - bandOf(b) ||
      byGrade(a, b) ||
      Number(b.specialNeed) - Number(a.specialNeed) ||
      (a.queuedAt ?? 0) - (b.queuedAt ?? 0) ||
      byId(a, b),
  );
}

/** What is being served, for those who look on: the graver first, then the newest trouble. A total order, in which talk moves nothing. */
export function orderInProgress<P extends InProgress>(sessions: readonly P[]): P[] {
  return [...sessions].sort((a, b) => byGrade(a, b) || b.openedAt - a.openedAt || byId(a, b));
}

const RANKS: Readonly<Record<Severity, number>> = { P1: 1, P2: 2, P3: 3, P4: 4 };

function bandOf({ severity, returned }: Waiting): number {
  if (severity === 'P1') return 0;
  return returned ? 1 : 2;
}

function byGrade(a: Graded, b: Graded): number {
  return RANKS[a.severity ?? 'P4'] - RANKS[b.severity ?? 'P4'];
}

function byId(a: Graded, b: Graded): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
