/** The browser's timers in the form that the live parts take. */
export const browserTimers = {
  setTimer: (run: () => void, ms: number): unknown => window.setTimeout(run, ms),
  clearTimer: (timer: unknown): void => {
    if (typeof timer === 'number') window.clearTimeout(timer);
  },
};
