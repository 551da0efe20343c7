/** Who is signed in at the page: a token signed by its site, or what fetches one. */
export type IdentitySource = string | (() => string | undefined | Promise<string | undefined>);

const TIMEOUT_MS = 10_000;

/** Hands over who is signed in at the page. A token is good once: one that was given as such is spent with its use, a function is asked each time. */
export class PageIdentity {
  #source: IdentitySource | undefined;

  set(source: IdentitySource | undefined): void {
    this.#source = source;
  }

  /** Undefined where nobody is signed in, or the page can't tell in time: then the conversation begins without. */
  async next(): Promise<string | undefined> {
    const source = this.#source;
    if (typeof source !== 'function') return source;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), TIMEOUT_MS);
    });
    try {
      const token: unknown = await Promise.race([Promise.resolve(source()), late]);
      return typeof token === 'string' && token !== '' ? token : undefined;
    } catch {
      // The page's own trouble; the customer can still show who they are by a code.
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The server has answered to a token. */
  spent(token: string): void {
    if (this.#source === token) this.#source = undefined;
  }
}
