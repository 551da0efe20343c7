/** Somebody who talks to a bot. */
export interface Customer {
  /** Says it; resolves with the milliseconds until the bot's answer was there. Rejects where none came in time. */
  say(text: string): Promise<number>;
  close(): void;
}

/** A bot under measurement, in a process of its own. */
export interface RunningSubject {
  readonly pid: number;
  /** Other servers that work for it, each with its processes, by name. */
  readonly helpers: readonly { readonly name: string; readonly pid: number }[];
  /** A new conversation. `number` is another each time. */
  begin(number: number): Promise<Customer>;
  stop(): Promise<void>;
}

export interface Subject {
  readonly key: 'a' | 'b' | 'c' | 'd';
  readonly title: string;
  /** What of a committed turn survives what. */
  readonly durability: string;
  start(): Promise<RunningSubject>;
}

export interface StartedSubject {
  readonly subject: Subject;
  readonly bot: RunningSubject;
  /** Resident memory before anybody has said anything, bytes. */
  readonly rssIdle: number;
}

/** An answer that takes longer is no answer: the benchmark fails. */
export const ANSWER_MS = 20_000;
