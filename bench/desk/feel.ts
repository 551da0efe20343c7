/** What somebody felt since `startFeeling`, milliseconds. */
export interface Felt {
  /** Of every key, until the frame after it was drawn. */
  readonly keys: number[];
  /** Between one frame and the next. */
  readonly frames: number[];
}

interface Feeling {
  felt?: Felt & { going: boolean; readonly onKey: (event: KeyboardEvent) => void };
}

/**
 * Runs in the page: begins to note keys and frames. A key is timed from the moment that the browser stamps on it to the end of
 * the frame that shows what it changed: its handlers, and the drawing. Event Timing would say so itself, but without a
 * screen it waits for frames that are never shown.
 */
export function startFeeling(): void {
  const feeling = window as unknown as Feeling;
  const keys: number[] = [];
  const frames: number[] = [];
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - timeStamp)));
  };
  addEventListener('keydown', onKey, { capture: true });
  const felt = { keys, frames, onKey, going: true };
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
  removeEventListener('keydown', felt.onKey, { capture: true });
  return { keys: felt.keys, frames: felt.frames };
}
