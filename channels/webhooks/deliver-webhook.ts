import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Logger } from 'pino';
import type { DeliveryOutcome } from '../../domain/delivery/judge-delivery.ts';
import type { WebhookContent, WebhookDelivery } from '../../store/repositories/webhook-repository.ts';
import type { Deliver } from '../outbox/outbox.ts';
import { signWebhook } from './sign-webhook.ts';
import { webhookId, webhookMessage } from './webhook-message.ts';
import type { WebhookTargets } from './webhook-target.ts';

export interface WebhookSending {
  readonly targets: WebhookTargets;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a receiver may take to answer; shorter than the lease. */
  readonly patienceMs: number;
  /** Names us to receivers. */
  readonly userAgent: string;
  readonly log: Pick<Logger, 'error'>;
}

/** Sends one event to one endpoint: signed anew with every try, no redirect followed, nothing read of the answer but its head. */
export function webhookDelivery(sending: WebhookSending): Deliver<WebhookDelivery> {
  return async (delivery) => {
    if (!delivery.active) return { kind: 'refused', reason: 'endpoint_shut' };
    const problem = sending.targets.problemWith(delivery.url);
    if (problem !== null) return { kind: 'refused', reason: problem };
    if (delivery.told === null) return { kind: 'refused', reason: 'nothing_to_tell' };
    const body = bodyOf(delivery, delivery.told, sending);
    if (body === null) return { kind: 'refused', reason: 'cannot_be_rendered' };
    const timestamp = Math.floor(sending.now() / 1000);
    const signed = signWebhook({ id: webhookId(delivery), timestamp, body }, delivery.secrets);
    return post(new URL(delivery.url), { body, headers: { ...signed, 'user-agent': sending.userAgent } }, sending);
  };
}

/** Null where it can't be put into words: no further try would change that, and what comes after it must not wait. */
function bodyOf(
  delivery: WebhookDelivery,
  content: WebhookContent,
  { log }: Pick<WebhookSending, 'log'>,
): string | null {
  try {
    return JSON.stringify(webhookMessage(delivery, content));
  } catch (error) {
    const { id, type } = delivery;
    log.error({ webhook: id, type, err: error }, 'a webhook could not be rendered');
    return null;
  }
}

function post(
  url: URL,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  { targets, patienceMs }: WebhookSending,
): Promise<DeliveryOutcome> {
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      lookup: targets.lookup,
      agent: false,
      signal: AbortSignal.timeout(patienceMs),
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    request.on('response', (response) => {
      resolve(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']));
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(failureOf(error)));
    request.end(body);
  });
}

/** 2xx is taken; 410 wants nothing more (as the Standard Webhooks specification has it); all else may yet be put right. */
function outcomeOf(status: number, retryAfter: string | undefined): DeliveryOutcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const reason = `http_${status}`;
  if (status === 410) return { kind: 'refused', reason };
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : null;
  return { kind: 'failed', reason, ...(seconds === null ? {} : { retryAfterMs: seconds * 1000 }) };
}

/** Where no connection came about, nothing has arrived. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED']);

function failureOf(error: NodeJS.ErrnoException): DeliveryOutcome {
  const { code = 'error', name } = error;
  if (code === 'address_not_allowed') return { kind: 'refused', reason: code };
  if (name === 'AbortError' || name === 'TimeoutError') return { kind: 'unknown', reason: 'timeout' };
  return { kind: NOT_SENT.has(code) ? 'failed' : 'unknown', reason: code.toLowerCase() };
}
