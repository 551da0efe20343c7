const OUT_MS = 3_000;
const IN_MS = 8_000;

export interface TypingPorts {
  /** Milliseconds since 1970. */
  now(): number;
  tell(): void;
  forget(): void;
}

/** Typing, theirs and ours: ours is told now and then, theirs forgotten after a while, for nobody says that they stopped. */
export class TypingSigns {
  readonly #ports: TypingPorts;
  #toldAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: TypingPorts) {
    this.#ports = ports;
  }

  typed(): void {
    const now = this.#ports.now();
    if (now - this.#toldAt < OUT_MS) return;
    this.#toldAt = now;
    this.#ports.tell();
  }

  /** Counts anew for the sign now shown, if there is one. */
  shown(isShown: boolean): void {
    clearTimeout(this.#timer);
    if (isShown) this.#timer = setTimeout(this.#ports.forget, IN_MS);
  }
}
