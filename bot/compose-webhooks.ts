import type { Logger } from 'pino';
import type { Outbox } from '../channels/outbox/outbox.ts';
import { webhookDelivery } from '../channels/webhooks/deliver-webhook.ts';
import { WEBHOOK_PATIENCE_MS, webhookOutbox } from '../channels/webhooks/webhook-outbox.ts';
import { webhookTargets } from '../channels/webhooks/webhook-target.ts';
import type { IntegrationTerms } from '../domain/utility-profile.ts';
import type { Database } from '../store/database.ts';
import type { Nerve } from '../store/nerve/nerve.ts';
import { type WebhookDelivery, WebhookRepository } from '../store/repositories/webhook-repository.ts';

export interface WebhookParts {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly log: Logger;
  readonly now: () => number;
  readonly terms: Pick<IntegrationTerms, 'webhookNetworks'>;
  /** Whether this machine itself may be written to. */
  readonly loopback: boolean;
  readonly version: string;
}

/** Tells other systems what happens to tickets. */
export function composeWebhooks({ terms, loopback, version, ...parts }: WebhookParts): Outbox<WebhookDelivery> {
  const deliver = webhookDelivery({
    targets: webhookTargets({ networks: terms.webhookNetworks, loopback }),
    now: parts.now,
    log: parts.log,
    patienceMs: WEBHOOK_PATIENCE_MS,
    userAgent: `Switchboard/${version}`,
  });
  return webhookOutbox({ ...parts, deliver, outbox: new WebhookRepository(parts.database), chance: Math.random });
}
