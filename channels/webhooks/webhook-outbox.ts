import type { WebhookDelivery } from '../../store/repositories/webhook-repository.ts';
import { WEBHOOK_TOPIC } from '../../store/topics.ts';
import { Outbox, type OutboxParts, type OutboxSettings } from '../outbox/outbox.ts';

/** How long a receiver may take. */
export const WEBHOOK_PATIENCE_MS = 10_000;

/** Tries over 9 to 18 hours, as chance spreads them: a receiver may be down for a night. */
const SETTINGS: OutboxSettings = {
  mostTries: 16,
  firstWaitMs: 5000,
  longestWaitMs: 4 * 60 * 60_000,
  atOnce: 8,
  leaseMs: 2 * WEBHOOK_PATIENCE_MS,
  everyMs: 500,
};

/** The outbox of what other systems are told. */
export function webhookOutbox(
  parts: Omit<OutboxParts<WebhookDelivery>, 'topic' | 'kindOf' | 'about'>,
): Outbox<WebhookDelivery> {
  return new Outbox({
    ...parts,
    settings: { ...SETTINGS, ...parts.settings },
    topic: WEBHOOK_TOPIC,
    // To hear it twice does a receiver no harm, which knows it again by its id.
    kindOf: () => 'reply',
    about: ({ id, endpoint, type }) => ({ webhook: id, endpoint, type }),
  });
}
