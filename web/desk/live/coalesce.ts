export interface CoalesceOptions {
  /** Least milliseconds from one start to the next. */
  readonly gap: number;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Many wishes, few runs: one at a time, at least `gap` apart, and every wish is met by a run that began after it was
 * made. A storm of "something is new" thus costs one fetch a gap, and none of the news is missed.
 */
export function coalesce(run: () => Promise<void>, { gap, now, wait }: CoalesceOptions): () => Promise<void> {
  let startedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  async function start(): Promise<void> {
    const rest = startedAt + gap - now();
    if (rest > 0) await wait(rest);
    next = null;
    startedAt = now();
    const mine = run();
    running = mine;
    try {
      await mine;
    } finally {
      if (running === mine) running = null;
    }
  }

  return () => {
    // Never begun at once: `next` must stand before the run takes it down again.
    next ??= (running ?? Promise.resolve()).then(start, start);
    return next;
  };
}
