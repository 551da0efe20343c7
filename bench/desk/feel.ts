/** What somebody felt since `startFeeling`, milliseconds. */
export interface Felt {
  /** Of every key, until what it changed was painted. */
  readonly keys: number[];
  /** Between one frame and the next. */
  readonly frames: number[];
}

interface Feeling {
  felt?: Felt & { observer: PerformanceObserver; going: boolean };
}

/** Runs in the page: begins to note keys (Event Timing API) and frames. */
export function startFeeling(): void {
  const feeling = window as unknown as Feeling;
  const keys: number[] = [];
  const frames: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') keys.push(entry.duration);
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  const felt = { keys, frames, observer, going: true };
  feeling.felt = felt;
  let last = performance.now();
  const frame = (at: number) => {
    frames.push(at - last);
    last = at;
    if (felt.going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page: ends it, and tells. */
export function readFelt(): Felt {
  const { felt } = window as unknown as Feeling;
  if (!felt) return { keys: [], frames: [] };
  felt.going = false;
  felt.observer.disconnect();
  return { keys: felt.keys, frames: felt.frames };
}
