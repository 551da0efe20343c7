import { type Refusal, refuse } from '../http/http-answer.ts';

const RETRY_MS = 2000;

/** Lets in so many uploads at a time, for each is held in memory until it is complete. */
export class UploadGate {
  readonly #most: number;
  #inside = 0;

  constructor(most: number) {
    this.#most = most;
  }

  async run<T>(read: () => Promise<T>): Promise<T | Refusal> {
    if (this.#inside >= this.#most) return refuse(429, 'rate_limited', { retryAfterMs: RETRY_MS });
    this.#inside += 1;
    try {
      return await read();
    } finally {
      this.#inside -= 1;
    }
  }
}
