/** As much of a browser's XMLHttpRequest as rxjs asks of it, over fetch. */
export class FetchedXmlHttpRequest {
  onreadystatechange: ((event: Event) => void) | null = null;
  ontimeout: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readonly upload = {};
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  withCredentials = false;
  readonly #headers = new Headers();
  readonly #abort = new AbortController();
  #method = 'GET';
  #url = '';
  #answered = new Headers();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: BodyInit): void {
    void this.#fetch(body);
  }

  async #fetch(body: BodyInit | undefined): Promise<void> {
    try {
      const init = { method: this.#method, headers: this.#headers, signal: this.#abort.signal };
      const response = await fetch(this.#url, body === undefined ? init : { ...init, body });
      this.#answered = response.headers;
      this.status = response.status;
      this.response =
        this.responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.json().catch(() => null);
    } catch {
      // No answer: status 0, as a browser has it.
      if (this.#abort.signal.aborted) return;
    }
    this.readyState = 4;
    this.onreadystatechange?.call(this, new Event('readystatechange'));
  }
}
