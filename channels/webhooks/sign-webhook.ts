import { createHmac } from 'node:crypto';

/** What a signature covers: the message's id, its sending time in seconds since 1970, and the body as it is sent. */
export interface SignedWebhook {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The three header fields of the Standard Webhooks specification (version 1, symmetric signatures): HMAC-SHA256 over
 * `id.timestamp.body`, base64, one `v1,` part for each secret that is good, so that a secret can give way to another.
 * `secrets`: base64.
 */
export function signWebhook(message: SignedWebhook, secrets: readonly string[]): Readonly<Record<string, string>> {
  const { id, timestamp, body } = message;
  const content = `${id}.${timestamp}.${body}`;
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret, 'base64')).update(content).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret)}`).join(' '),
  };
}
