import type { Database } from '../../store/database.ts';
import { IdempotentAnswerRepository } from '../../store/repositories/idempotent-answer-repository.ts';
import { WebhookEndpointRepository } from '../../store/repositories/webhook-endpoint-repository.ts';

const EVERY_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Longer than anybody retries. */
const ANSWERS_KEPT_MS = 7 * DAY_MS;
const TOLD_KEPT_MS = 30 * DAY_MS;

/** Forgets what other systems were answered and told, once nobody will ask for it. */
export class IntegrationRetention {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #answers: IdempotentAnswerRepository;
  readonly #webhooks: WebhookEndpointRepository;
  #nextAt = 0;

  constructor({ database, now }: { readonly database: Database; readonly now: () => number }) {
    this.#database = database;
    this.#now = now;
    this.#answers = new IdempotentAnswerRepository(database);
    this.#webhooks = new WebhookEndpointRepository(database);
  }

  /** Called again and again; does its work every ten minutes. */
  async forget(): Promise<void> {
    const at = this.#now();
    if (at < this.#nextAt) return;
    this.#nextAt = at + EVERY_MS;
    await this.#database.commit([this.#answers.forget(at - ANSWERS_KEPT_MS), this.#webhooks.forget(at - TOLD_KEPT_MS)]);
  }
}
