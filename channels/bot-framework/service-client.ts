import type { ConnectorClientOptions } from 'botframework-connector';
import type { DeliveryOutcome } from '../../domain/delivery/judge-delivery.ts';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/** A channel's service has not taken a request. */
export class ServiceCallError extends Error {
  readonly code = 'service_call';
  readonly outcome: Exclude<DeliveryOutcome, { kind: 'delivered' }>;
  /** The service does not know our token, or not any more. */
  readonly tokenRefused: boolean;
  constructor(outcome: ServiceCallError['outcome'], options: ErrorOptions & { tokenRefused?: boolean } = {}) {
    super(outcome.reason, options);
    this.name = 'ServiceCallError';
    this.outcome = outcome;
    this.tokenRefused = options.tokenRefused ?? false;
  }
}

export interface ServiceClientSettings {
  readonly timeoutMs: number;
  readonly now: () => number;
}

const MOST_ANSWER = 64 * 1024;

/**
 * What carries the connector clients' requests. Whatever is not a success is thrown, in a form that Azure's pipeline
 * hands through: by itself it would try again inside one try of ours and follow redirects to wherever they lead. Nothing in
 * the answer is of use to us, so that a garbled one can't make a success look like a failure.
 */
export function serviceClient({ timeoutMs, now }: ServiceClientSettings): HttpClient {
  return {
    async sendRequest(request) {
      const response = await send(request, timeoutMs);
      await discard(response);
      if (!response.ok) throw failureOf(response, now());
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      return { request, status: response.status, headers, bodyAsText: '' };
    },
  };
}

async function send(request: Parameters<HttpClient['sendRequest']>[0], timeoutMs: number): Promise<Response> {
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: sendable(request.headers.rawHeaders()),
      body: typeof request.body === 'string' ? request.body : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    const reason = reasonOf(cause);
    const kind =
      NEVER_LEFT.has(reason) || reason.startsWith('ERR_TLS') || reason.includes('CERT') ? 'failed' : 'unknown';
    throw new ServiceCallError({ kind, reason }, { cause });
  }
}

/** The SDK names the conversation in a header for its own logs; ids may be of any script, which headers can't hold. */
function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value)));
}

/** The connection is of use again only once its answer is read; one that never ends is cut. */
async function discard({ body }: Response): Promise<void> {
  if (body === null) return;
  let size = 0;
  try {
    for await (const chunk of body) {
      size += (chunk as Uint8Array).length;
      if (size > MOST_ANSWER) break;
    }
  } catch {
    // The status has told what there is to know.
  }
}

function failureOf({ status, headers }: Response, now: number): ServiceCallError {
  const reason = `http_${status}`;
  if (status === 401) return new ServiceCallError({ kind: 'failed', reason }, { tokenRefused: true });
  // A gateway that got no answer in time can't say whether the message went on.
  if (status === 502 || status === 504) return new ServiceCallError({ kind: 'unknown', reason });
  if (status >= 500 || AGAIN.has(status)) {
    const retryAfterMs = retryAfterOf(headers.get('retry-after'), now);
    return new ServiceCallError({ kind: 'failed', reason, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
  }
  return new ServiceCallError({ kind: 'refused', reason });
}

/** Refusals that pass: request timeout, conflict, precondition (Teams' word for "in a moment"), too early, too many. */
const AGAIN = new Set([408, 409, 412, 425, 429]);

/** Seconds, or a date (RFC 9110 section 10.2.3). */
function retryAfterOf(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Failures before a request has left us. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function reasonOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  if (typeof cause?.code === 'string') return cause.code;
  return name === 'TimeoutError' ? 'timeout' : 'connection_lost';
}
