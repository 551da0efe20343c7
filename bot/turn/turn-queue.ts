/** A conversation's place among those that wait for a turn. */
export class QueuePlace {
  /** Somebody is in danger: it goes before the others. */
  isUrgent = false;
  /** Each tells of a message that waits whether it speaks of danger; asked only where the conversation has to wait. */
  readonly looks: (() => boolean)[] = [];
}

export interface TurnQueueSettings {
  /** How many turns may be thought, or be on their way into the store, at the same time. */
  readonly atOnce: number;
  /** Milliseconds of a round of the event loop in which turns are begun, and as many in which it is looked for danger. */
  readonly roundMs: number;
  /** Every so many turns the conversation that has waited longest goes first, whatever else waits. */
  readonly oldestEvery: number;
}

/** Turns of one round are committed together, which costs less; more than these don't make it cheaper. */
const MOST_IN_ROUND = 32;

/**
 * Decides which conversation has its turn next: danger first, then whoever has waited longest. In a round of the event
 * loop only so many turns are begun, so that messages are taken in and answers leave in between, however many wait.
 */
export class TurnQueue {
  readonly #settings: TurnQueueSettings;
  /** By arrival. */
  readonly #waiting = new Map<QueuePlace, (goesOn: boolean) => void>();
  readonly #urgent = new Set<QueuePlace>();
  readonly #unseen = new Set<QueuePlace>();
  #active = 0;
  #begun = 0;
  /** Turns that may be begun in the round that comes. */
  #inRound = 0;
  #closed = false;

  constructor(settings: TurnQueueSettings) {
    this.#settings = settings;
  }

  /** Resolves with true when it has its turn, which ends with `leave`; with false where turns are not begun any more. */
  enter(place: QueuePlace): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    if (this.#inRound === 0 && this.#waiting.size === 0 && this.#active < this.#settings.atOnce) {
      this.#active += 1;
      this.#pump();
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      this.#waiting.set(place, resolve);
      if (place.isUrgent) this.#urgent.add(place);
      else this.noticed(place);
      this.#pump();
    });
  }

  leave(): void {
    this.#active -= 1;
    this.#pump();
  }

  /** Something came in for a conversation that may be waiting. */
  noticed(place: QueuePlace): void {
    if (this.#waiting.has(place) && place.looks.length > 0) this.#unseen.add(place);
  }

  /** Whoever waits goes away without a turn. */
  close(): void {
    this.#closed = true;
    for (const goOn of this.#waiting.values()) goOn(false);
    for (const places of [this.#waiting, this.#urgent, this.#unseen]) places.clear();
  }

  /** Each turn begins in a callback of its own: what it thinks without waiting is thought when the next one is called. */
  #pump(): void {
    if (this.#inRound > 0) return;
    const free = this.#settings.atOnce - this.#active;
    this.#inRound = Math.min(MOST_IN_ROUND, Math.max(1, Math.min(this.#waiting.size, free)));
    let until: number | null = null;
    for (let left = this.#inRound; left > 0; left -= 1) {
      setImmediate(() => {
        if (until === null) this.#look();
        if (until === null || performance.now() < until) this.#beginNext();
        until ??= performance.now() + this.#settings.roundMs;
        this.#inRound -= 1;
        if (this.#inRound === 0 && this.#hasMore()) this.#pump();
      });
    }
  }

  #hasMore(): boolean {
    return this.#unseen.size > 0 || (this.#waiting.size > 0 && this.#active < this.#settings.atOnce);
  }

  #look(): void {
    const until = performance.now() + this.#settings.roundMs;
    for (const place of this.#unseen) {
      this.#unseen.delete(place);
      place.isUrgent ||= place.looks.splice(0).some(tellsOfDanger);
      if (place.isUrgent) this.#urgent.add(place);
      if (performance.now() > until) return;
    }
  }

  #beginNext(): void {
    const place = this.#active < this.#settings.atOnce ? this.#next() : undefined;
    if (!place) return;
    this.#active += 1;
    const goOn = this.#waiting.get(place);
    for (const places of [this.#waiting, this.#urgent, this.#unseen]) places.delete(place);
    goOn?.(true);
  }

  #next(): QueuePlace | undefined {
    this.#begun += 1;
    const [oldest] = this.#waiting.keys();
    const [urgent] = this.#urgent;
    return this.#begun % this.#settings.oldestEvery === 0 ? oldest : (urgent ?? oldest);
  }
}

/** A message that can't be looked at is no reason to stop: its own turn fails, and is seen to. */
function tellsOfDanger(look: () => boolean): boolean {
  try {
    return look();
  } catch {
    return false;
  }
}
