import { planAssignments } from '../../domain/desk/assign.ts';
import type { Claims } from '../../store/claims.ts';
import { jsonText } from '../../store/json-text.ts';
import { DESK_TOPIC } from '../../store/topics.ts';
import { deskEventSchema } from '../../web/protocol/desk/session.ts';
import type { DeskParts } from '../desk-parts.ts';
import { giveToAgent } from '../sessions/give-to-agent.ts';
import { returnSession } from '../sessions/return-session.ts';
import { presentAgents, seenSince } from './serving-agents.ts';
import { WaitingQueue } from './waiting-queue.ts';

const deskMessage = jsonText().pipe(deskEventSchema);

/** The job that one process of several does. */
const CLAIM = 'desk-queue';
/** A process that dies leaves the job to another after so long. */
const CLAIM_MS = 15_000;
const EVERY_MS = 3000;
/** Moves of the queue that come together are looked at together. */
const GATHER_MS = 200;
const RETURNED_AT_A_TIME = 100;

export interface QueueWatchParts {
  readonly parts: DeskParts;
  readonly claims: Claims;
  /** Names this process among those that share the database. */
  readonly holder: string;
  readonly failed: (error: unknown) => void;
}

/**
 * Sees that nobody is forgotten: takes conversations back from those who are gone, and gives out what waits where that is
 * the utility's way. What it goes by stands in the store, so that a restart loses nothing.
 */
export class QueueWatch {
  readonly #given: QueueWatchParts;
  #interval: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  #unsubscribe: () => void = () => {};
  #looking: Promise<void> = Promise.resolve();
  /** People whose conversations wait while this process has not been up for the grace time: their desks may not have found back yet. */
  #startedAt = 0;

  constructor(given: QueueWatchParts) {
    this.#given = given;
  }

  start(): void {
    const { parts } = this.#given;
    this.#startedAt = parts.now();
    this.#unsubscribe = parts.nerve.subscribe(DESK_TOPIC, (message) => {
      if (deskMessage.safeParse(message).data?.type === 'queue') this.#lookSoon();
    });
    this.#interval = setInterval(() => this.#lookSoon(), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    clearInterval(this.#interval);
    clearTimeout(this.#soon);
    await this.#looking;
  }

  /** One whole look; resolves when all that was due is done, or at once where another process has the job. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookOnce()).catch(this.#given.failed);
    return this.#looking;
  }

  #lookSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.look();
    }, GATHER_MS).unref();
  }

  async #lookOnce(): Promise<void> {
    if (!(await this.#claimed())) return;
    await this.#takeBack();
    if (this.#given.parts.terms.assignment === 'push' && (await this.#claimed())) await this.#giveOut();
  }

  #claimed(): Promise<boolean> {
    const { claims, holder, parts } = this.#given;
    return claims.claim(CLAIM, { holder, now: parts.now(), forMs: CLAIM_MS });
  }

  get #fence() {
    return [this.#given.claims.fence(CLAIM, this.#given.holder)];
  }

  async #takeBack(): Promise<void> {
    const { parts } = this.#given;
    const since = seenSince(parts);
    // While the service was away nobody could show that they are there.
    if (since < this.#startedAt) return;
    for (const { id, agent_id } of await parts.repositories.presence.ownerless(since, RETURNED_AT_A_TIME)) {
      if (agent_id !== null) await returnSession(parts, { sessionId: id, from: agent_id, fence: this.#fence });
    }
  }

  async #giveOut(): Promise<void> {
    const { parts } = this.#given;
    const waiting = await new WaitingQueue(parts.repositories.sessions).inOrder();
    if (waiting.length === 0) return;
    const agents = (await presentAgents(parts)).filter(({ available, givenTo }) => available && givenTo);
    for (const { sessionId, agentId, reason } of planAssignments(waiting, agents)) {
      const agent = agents.find(({ id }) => id === agentId);
      if (!agent) continue;
      await giveToAgent(parts, { agent, sessionId, reason, actor: 'system', fence: this.#fence });
    }
  }
}
