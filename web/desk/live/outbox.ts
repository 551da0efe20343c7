import { type Failure, isPassing, type Result } from '../api/failure.ts';
import { createCell } from './cell.ts';

/** A message that the agent has sent and the transcript does not show yet. */
export interface Pending {
  readonly clientId: string;
  readonly sessionId: string;
  readonly text: string;
  /** The canned reply that it began as. */
  readonly reply: string | null;
  readonly at: number;
  readonly state: 'sending' | 'retrying' | 'failed' | 'sent';
  readonly failure: Failure | null;
  /** Its place in the transcript, once the server has given it one. */
  readonly seq: number | null;
}

export interface OutboxOptions {
  readonly say: (
    sessionId: string,
    message: { text: string; clientId: string; reply?: string },
  ) => Promise<Result<{ seq: number }>>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Called when the server has taken a message. */
  readonly onSent: (sessionId: string) => void;
}

export interface Outbox {
  get(): readonly Pending[];
  subscribe(watcher: () => void): () => void;
  /** `reply`: the canned reply that it began as. */
  send(sessionId: string, text: string, reply?: string | null): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** The transcript shows everything of this session up to `seq`: what was waiting for that goes. */
  settle(sessionId: string, seq: number): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/**
 * Optimistic sending: a message is shown at once, goes out in order within its session, is sent again with the same
 * clientId while the line is down (the server takes it once), and stays, marked, where the server refuses it.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const cell = createCell<readonly Pending[]>([]);
  const working = new Set<string>();

  const change = (clientId: string, part: Partial<Pending>) =>
    cell.set(cell.get().map((pending) => (pending.clientId === clientId ? { ...pending, ...part } : pending)));
  const remove = (clientId: string) => cell.set(cell.get().filter((pending) => pending.clientId !== clientId));
  const nextOf = (sessionId: string) =>
    cell.get().find((pending) => pending.sessionId === sessionId && isUnderWay(pending));

  async function deliver(pending: Pending): Promise<void> {
    const { clientId, sessionId, text, reply } = pending;
    for (let pause = FIRST_WAIT; ; pause = Math.min(pause * 2, LONGEST_WAIT)) {
      const result = await options.say(sessionId, { text, clientId, ...(reply === null ? {} : { reply }) });
      if (result.ok) {
        change(clientId, { state: 'sent', seq: result.value.seq, failure: null });
        return options.onSent(sessionId);
      }
      if (!isPassing(result.failure)) return change(clientId, { state: 'failed', failure: result.failure });
      change(clientId, { state: 'retrying', failure: result.failure });
      await options.wait(pause);
      if (!cell.get().some((kept) => kept.clientId === clientId)) return;
    }
  }

  async function work(sessionId: string): Promise<void> {
    if (working.has(sessionId)) return;
    working.add(sessionId);
    try {
      for (let pending = nextOf(sessionId); pending !== undefined; pending = nextOf(sessionId)) await deliver(pending);
    } finally {
      working.delete(sessionId);
    }
  }

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    send(sessionId, text, reply = null) {
      const message = { clientId: options.newId(), sessionId, text, reply, at: options.now() };
      cell.set([...cell.get(), { ...message, state: 'sending', failure: null, seq: null }]);
      void work(sessionId);
    },
    retry(clientId) {
      change(clientId, { state: 'sending', failure: null });
      const sessionId = cell.get().find((pending) => pending.clientId === clientId)?.sessionId;
      if (sessionId !== undefined) void work(sessionId);
    },
    discard: remove,
    settle(sessionId, seq) {
      const kept = cell.get().filter((pending) => !isSettled(pending, sessionId, seq));
      if (kept.length < cell.get().length) cell.set(kept);
    },
  };
}

function isUnderWay({ state }: Pending): boolean {
  return state === 'sending' || state === 'retrying';
}

function isSettled(pending: Pending, sessionId: string, seq: number): boolean {
  return pending.sessionId === sessionId && pending.seq !== null && pending.seq <= seq;
}
