/** A clock that only moves when told to, with timers in order of their time. */
export interface ManualTime {
  now(): number;
  wait(ms: number): Promise<void>;
  setTimer(run: () => void, ms: number): unknown;
  clearTimer(timer: unknown): void;
  /** Lets time pass, running what falls due and everything that follows from it. */
  pass(ms: number): Promise<void>;
}

export function manualTime(start = 1_000_000): ManualTime {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  const setTimer = (run: () => void, ms: number) => {
    const timer = { at: now + ms, run };
    timers.push(timer);
    return timer;
  };
  return {
    now: () => now,
    setTimer,
    clearTimer: (timer) => {
      timers = timers.filter((one) => one !== timer);
    },
    wait: (ms) => new Promise((resolve) => void setTimer(resolve, ms)),
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.run();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets every promise that can settle do so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
