import { createCell } from './cell.ts';

/** The time, moving once a second while anybody watches. */
export interface Clock {
  get(): number;
  subscribe(watcher: () => void): () => void;
}

export interface ClockSources {
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

const SECOND = 1_000;

export function createClock({ now, setTimer, clearTimer }: ClockSources): Clock {
  const cell = createCell(wholeSecond(now()));
  let timer: unknown = null;
  const tick = () => {
    cell.set(wholeSecond(now()));
    timer = setTimer(tick, SECOND - (now() % SECOND));
  };
  return {
    get: cell.get,
    subscribe(watcher) {
      const unsubscribe = cell.subscribe(watcher);
      if (timer === null) tick();
      return () => {
        unsubscribe();
        if (cell.watched() || timer === null) return;
        clearTimer(timer);
        timer = null;
      };
    },
  };
}

function wholeSecond(at: number): number {
  return Math.floor(at / SECOND) * SECOND;
}
