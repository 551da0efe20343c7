import type { WidgetSession } from '../../protocol/widget-session.ts';
import { backoff } from './backoff.ts';
import type { SessionOutcome } from './open-session.ts';

export interface SessionKeeperPorts {
  open(): Promise<SessionOutcome>;
  /** Between 0 and 1. */
  random(): number;
  onOpening(): void;
  /** The next request for a session waits until this is through. */
  onOpen(session: WidgetSession): Promise<void>;
  /** None could be had now; it is tried again all the same. */
  onFailed(): void;
}

/** Gets a session, one request at a time, and tries again where none can be had or the one held has died. */
export class SessionKeeper {
  readonly #ports: SessionKeeperPorts;
  #isBusy = false;
  /** What is being opened is out of date already. */
  #isStale = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: SessionKeeperPorts) {
    this.#ports = ports;
  }

  open(): void {
    clearTimeout(this.#timer);
    if (!this.#isBusy) void this.#open();
  }

  /** Opens one though one is held, or is just being opened: somebody else is there now. */
  openAnew(): void {
    if (this.#isBusy) this.#isStale = true;
    else this.open();
  }

  /** A session refused again at once would be asked for in a circle: each further try waits longer, until one holds. */
  openLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), backoff(this.#failures, this.#ports.random()));
    this.#failures += 1;
  }

  /** The session has proved good. */
  proved(): void {
    this.#failures = 0;
  }

  async #open(): Promise<void> {
    this.#isBusy = true;
    this.#ports.onOpening();
    const outcome = await this.#ports.open();
    if (outcome.kind === 'open') await this.#ports.onOpen(outcome.session);
    this.#isBusy = false;
    if (this.#isStale) {
      this.#isStale = false;
      this.open();
      return;
    }
    if (outcome.kind === 'open') return;
    this.#ports.onFailed();
    this.openLater();
  }
}
