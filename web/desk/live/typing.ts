import { createCell } from './cell.ts';

export interface Typing {
  get(): ReadonlySet<string>;
  subscribe(watcher: () => void): () => void;
  /** The customer of this conversation has touched the keys. */
  note(conversationId: string): void;
}

export interface TypingOptions {
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

/** A sign of typing holds this many milliseconds unless another follows. */
const HOLDS = 6_000;

/** In which conversations the customer is typing now. */
export function createTyping({ setTimer, clearTimer }: TypingOptions): Typing {
  const cell = createCell<ReadonlySet<string>>(new Set());
  const timers = new Map<string, unknown>();
  const without = (conversationId: string) => new Set([...cell.get()].filter((id) => id !== conversationId));
  return {
    get: cell.get,
    subscribe: cell.subscribe,
    note(conversationId) {
      if (timers.has(conversationId)) clearTimer(timers.get(conversationId));
      else cell.set(new Set([...cell.get(), conversationId]));
      timers.set(
        conversationId,
        setTimer(() => {
          timers.delete(conversationId);
          cell.set(without(conversationId));
        }, HOLDS),
      );
    },
  };
}
