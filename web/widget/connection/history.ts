import type { Frame } from '../wire/activity.ts';
import type { CallFailure } from './direct-line.ts';
import { rowSeq } from './row-id.ts';

/** Rows before the last one read that a page begins with; earlier ones at the customer's wish. */
const BEFORE_READ = 200;
const EARLIER = 100;
/** Pages fetched at most: beyond this a watermark that never settles is the server's fault. */
const PAGES = 50;

/** How a frame came: as news, as what had been said when the page was opened, or as what was said before that. */
export type Manner = 'live' | 'history' | 'earlier';

export interface HistoryPorts {
  activities(watermark: string | undefined): Promise<{ kind: 'frame'; frame: Frame } | CallFailure>;
  watermark(): string | undefined;
  onFrame(frame: Frame, manner: Manner): void;
}

/** What was said before this page: its end at once, the rest on demand. A conversation may be years long. */
export class History {
  readonly #ports: HistoryPorts;
  /** The watermark that the rows held begin after. */
  #from = 0;

  constructor(ports: HistoryPorts) {
    this.#ports = ports;
  }

  get hasEarlier(): boolean {
    return this.#from > 0;
  }

  /** Turns to a conversation read down to a seq; gives the watermark to begin after. */
  begin(lastRead: number): string | undefined {
    this.#from = Math.max(0, lastRead - BEFORE_READ);
    return this.#from > 0 ? String(this.#from) : undefined;
  }

  /** Fetches all there is after the watermark. */
  async fetch(manner: Manner): Promise<void> {
    for (let page = 0; page < PAGES; page += 1) {
      const before = this.#ports.watermark();
      const answer = await this.#ports.activities(before);
      if (answer.kind !== 'frame') return;
      this.#ports.onFrame(answer.frame, manner);
      // A page may hold nothing for the customer's eyes: only the watermark tells the end.
      if (this.#ports.watermark() === before) return;
    }
  }

  /** Fetches a page of what stands before the rows held. */
  async fetchEarlier(): Promise<void> {
    const last = this.#from;
    const from = Math.max(0, last - EARLIER);
    const answer = await this.#ports.activities(String(from));
    if (answer.kind !== 'frame' || last !== this.#from) return;
    this.#from = from;
    const activities = answer.frame.activities.filter(({ id }) => (rowSeq(id) ?? 0) <= last);
    this.#ports.onFrame({ activities, watermark: undefined }, 'earlier');
  }
}
