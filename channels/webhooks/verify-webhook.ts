import { createHmac, timingSafeEqual } from 'node:crypto';

export interface WebhookVerifier {
  /** `whsec_…`, as `npm run integrations` gave them; two while one gives way to the other. */
  readonly secrets: readonly string[];
  /** Seconds by which a message's time may differ from ours; 300 where absent. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type WebhookVerdict =
  | { readonly kind: 'genuine'; readonly id: string; readonly message: unknown }
  | {
      readonly kind: 'refused';
      readonly reason: 'header_missing' | 'too_old' | 'too_new' | 'signature_wrong' | 'not_json';
    };

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * For receivers; this file needs nothing but Node and may be copied. Holds a message to its signature (Standard Webhooks
 * specification, version 1) and to the clock, so that an old one can't be played again. Within the tolerance a message may
 * come twice: keep the ids that you have dealt with at least as long, in the same transaction as what you do. `body`: the
 * bytes as they came, before anything has parsed them.
 */
export function verifyWebhook(
  { headers, body }: { readonly headers: Headers; readonly body: string | Uint8Array },
  { secrets, toleranceSeconds = 300, now }: WebhookVerifier,
): WebhookVerdict {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
    return { kind: 'refused', reason: 'header_missing' };
  }
  const age = now() / 1000 - Number(timestamp);
  if (!(age <= toleranceSeconds)) return { kind: 'refused', reason: 'too_old' };
  if (age < -toleranceSeconds) return { kind: 'refused', reason: 'too_new' };
  const expected = secrets.map((secret) =>
    createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
      .update(`${id}.${timestamp}.`)
      .update(body)
      .digest(),
  );
  const given = signatures
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  const genuine = given.some((one) => expected.some((own) => own.length === one.length && timingSafeEqual(own, one)));
  if (!genuine) return { kind: 'refused', reason: 'signature_wrong' };
  try {
    return { kind: 'genuine', id, message: JSON.parse(Buffer.from(body).toString('utf8')) as unknown };
  } catch {
    return { kind: 'refused', reason: 'not_json' };
  }
}
