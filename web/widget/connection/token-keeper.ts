import type { Credentials, DirectLine } from './direct-line.ts';

/** As botframework-directlinejs does it, whatever lifetime a token names. */
const REFRESH_MS = 15 * 60_000;
const AGAIN_MS = 60_000;

export interface TokenPorts {
  line: DirectLine;
  credentials(): Credentials;
  onToken(token: string): void;
  /** The token died before it could be changed for another. */
  onLost(): void;
}

/** Changes the token for a fresh one every quarter of an hour. */
export class TokenKeeper {
  readonly #ports: TokenPorts;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: TokenPorts) {
    this.#ports = ports;
  }

  /** Counts anew from now on. */
  start(wait = REFRESH_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), wait);
  }

  async #refresh(): Promise<void> {
    const answer = await this.#ports.line.refresh(this.#ports.credentials());
    if (answer.kind === 'token') this.#ports.onToken(answer.token);
    if (answer.kind === 'expired' || answer.kind === 'ended') this.#ports.onLost();
    else this.start(answer.kind === 'token' ? REFRESH_MS : AGAIN_MS);
  }
}
