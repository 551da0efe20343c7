import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface FuzzRequest {
  readonly method: string;
  /** As it goes out, encoded or not. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

export interface FuzzAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Undefined where it is no JSON. */
  readonly json: unknown;
}

/** No request of this service takes longer; what does hangs. */
const HANGS_MS = 12_000;

/** Sends requests as they are told, right or wrong: node's client, which minds less what it sends than fetch does. */
export class HttpClient {
  readonly #base: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(base: string) {
    this.#base = base;
  }

  /** Rejects where the connection breaks before there is an answer, or where none comes. */
  send({ method, path, headers = {}, body }: FuzzRequest): Promise<FuzzAnswer> {
    const { hostname, port } = new URL(this.#base);
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, agent: this.#agent, timeout: HANGS_MS };
      const sending = request(
        { ...options, headers: withLength({ method, headers, ...(body === undefined ? {} : { body }) }) },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: jsonIn(text) });
          });
        },
      );
      sending.on('timeout', () => sending.destroy(new Error(`no answer to ${method} ${path}`)));
      sending.on('error', reject);
      sending.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/**
 * A length beside chunks breaks off the reading of a request before anybody knows its method: the refusal has words, which
 * a client that has asked for the head alone does not take.
 */
function withLength({ method, headers = {}, body }: Partial<FuzzRequest>): OutgoingHttpHeaders {
  if (body === undefined || (method === 'HEAD' && 'transfer-encoding' in headers)) return headers;
  return { 'content-length': Buffer.byteLength(body), ...headers };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
