import { type DeskEvent, deskEventSchema } from '../../protocol/desk/session.ts';

/** The browser's own EventSource, as far as it is used. */
export interface Source {
  addEventListener(type: 'open' | 'error' | 'message', listener: (event: object) => void): void;
  readonly readyState: number;
  close(): void;
}

export interface EventStreamOptions {
  readonly open: () => Source;
  readonly onEvent: (event: DeskEvent) => void;
  /** A line is up: whatever was missed has to be fetched. */
  readonly onOpen: () => void;
  readonly onLost: () => void;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

const CLOSED = 2;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/**
 * Server-sent events with a line that always comes back: the browser reconnects after a drop (with Last-Event-ID), but
 * gives up for good on an HTTP error such as a proxy's 502; then a new source is opened, after ever longer waits.
 * Returns what ends it.
 */
export function followEvents(options: EventStreamOptions): () => void {
  let source: Source | null = null;
  let timer: unknown = null;
  let wait = FIRST_WAIT;

  const connect = () => {
    timer = null;
    const opened = options.open();
    source = opened;
    opened.addEventListener('open', () => {
      wait = FIRST_WAIT;
      options.onOpen();
    });
    opened.addEventListener('message', (message) => {
      const event = 'data' in message ? readEvent(message.data) : null;
      if (event !== null) options.onEvent(event);
    });
    opened.addEventListener('error', () => {
      options.onLost();
      if (opened.readyState !== CLOSED || timer !== null) return;
      timer = options.setTimer(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  };

  connect();
  return () => {
    source?.close();
    if (timer !== null) options.clearTimer(timer);
  };
}

function readEvent(data: unknown): DeskEvent | null {
  if (typeof data !== 'string') return null;
  try {
    // A kind of event from a newer server is no reason to fall over.
    return deskEventSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
