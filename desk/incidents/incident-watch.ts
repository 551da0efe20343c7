import { DESK_TOPIC } from '../../store/topics.ts';
import { tellDesks } from '../announce.ts';
import { CLAIM, CLAIM_MS } from './incident-claim.ts';
import type { InferringParts } from './incident-parts.ts';
import { placeNewReports } from './place-new-reports.ts';
import { rollUpFeeders } from './roll-up-feeders.ts';
import { updateFeeder } from './update-feeder.ts';

const EVERY_MS = 2000;
/** News that come together are looked at together. */
const GATHER_MS = 150;
/** A commit may show a while after the moment that it bears. */
const OVERLAP_MS = 10 * 60_000;
const FEEDERS_AT_A_TIME = 50;
const ENTRUSTED_AT_A_TIME = 50;

/**
 * Keeps incidents up with what is reported: places new reports, looks at the feeders that they concern, and finds somebody
 * for incidents that nobody is responsible for. Of several processes the one that holds the claim does it. Whatever comes
 * in while one look goes on is in the next.
 */
export class IncidentWatch {
  readonly #parts: InferringParts;
  readonly #failed: (error: unknown) => void;
  readonly #after: (feederIds: readonly string[]) => Promise<void>;
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Timeout | null = null;
  #unsubscribe: (() => void) | null = null;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;
  /** Tickets that have not changed since are known. */
  #since = 0;

  /** `after`: what else is to be done once feeders were looked at. */
  constructor(
    parts: InferringParts,
    failed: (error: unknown) => void,
    after: (feederIds: readonly string[]) => Promise<void> = async () => {},
  ) {
    this.#parts = parts;
    this.#failed = failed;
    this.#after = after;
  }

  start(): void {
    this.#unsubscribe = this.#parts.nerve.subscribe(DESK_TOPIC, (message) => {
      if (message.includes('"ticket"')) this.#lookSoon();
    });
    this.#timer = setInterval(() => this.#lookSoon(), EVERY_MS);
    this.#lookSoon();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe?.();
    if (this.#timer) clearInterval(this.#timer);
    if (this.#soon) clearTimeout(this.#soon);
    await this.#looking;
    await this.#parts.localiser.close();
  }

  /** One whole look; resolves when all that was due is done, or at once where another process has the job. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookOnce()).catch((error: unknown) => this.#failed(error));
    return this.#looking;
  }

  #lookSoon(): void {
    if (this.#soon !== null || this.#stopped) return;
    this.#soon = setTimeout(() => {
      // What comes from now on is for the next look.
      void this.look().then(() => {
        this.#soon = null;
      });
    }, GATHER_MS);
  }

  async #lookOnce(): Promise<void> {
    const { claims, holder, looks, now } = this.#parts;
    const began = now();
    if (await claims.isTaken(CLAIM, { holder, now: began })) {
      // Whoever takes over from another looks at everything once.
      this.#since = 0;
      return;
    }
    // A clock that was put back would hide what has come since.
    if (began - OVERLAP_MS < this.#since) this.#since = 0;
    if (await this.#hasWork()) {
      if (!(await this.#claimed())) return;
      while (!this.#stopped && (await placeNewReports(this.#parts, this.#since))) {
        if (!(await this.#claimed())) return;
      }
      const due = await looks.due(now(), FEEDERS_AT_A_TIME);
      for (const look of due) {
        if (this.#stopped || !(await this.#claimed())) return;
        await updateFeeder(this.#parts, look);
      }
      if (due.length > 0) await rollUpFeeders(this.#parts);
      await this.#after(due.map(({ feeder_id }) => feeder_id));
      await this.#entrust();
    }
    if (!this.#stopped) this.#since = began - OVERLAP_MS;
  }

  /** Nothing is claimed, and so nothing written, while nothing is to be done. */
  async #hasWork(): Promise<boolean> {
    const { reports, looks, incidents, now } = this.#parts;
    const found = await Promise.all([
      reports.toPlace(this.#since, 1),
      reports.newWords(1),
      looks.due(now(), 1),
      incidents.withoutResponsible(1),
    ]);
    return found.some((rows) => rows.length > 0);
  }

  #claimed(): Promise<boolean> {
    const { claims, holder, now } = this.#parts;
    return claims.claim(CLAIM, { holder, now: now(), forMs: CLAIM_MS });
  }

  async #entrust(): Promise<void> {
    const { incidents, database, now } = this.#parts;
    for (const incident of await incidents.withoutResponsible(ENTRUSTED_AT_A_TIME)) {
      const to = await incidents.leastBusy(now());
      if (to === null) return;
      const from = incident.responsible_id === null ? {} : { from: incident.responsible_id };
      const entry = { at: now(), actor: 'system', type: 'responsible', data: { ...from, to } };
      const { ok } = await database.commit(incidents.amend(incident, { responsible_id: to }, [entry]));
      if (ok) tellDesks(this.#parts, { type: 'incident', incidentId: incident.id, feederId: incident.feeder_id });
    }
  }
}
