import { judgeThresholds } from '../../domain/floor/judge-thresholds.ts';
import type { Claims } from '../../store/claims.ts';
import type { Statement } from '../../store/database.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import { type FloorNow, measuresOf, readFloor } from './floor-now.ts';
import type { FloorParts } from './floor-parts.ts';

/** The job that one process of several does. */
const CLAIM = 'floor-watch';
/** A process that dies leaves the job to another after so long. */
const CLAIM_MS = 15_000;
const EVERY_MS = 3000;

export interface FloorWatchParts {
  readonly parts: FloorParts;
  readonly claims: Claims;
  /** Names this process among those that share the database. */
  readonly holder: string;
  readonly failed: (error: unknown) => void;
}

/**
 * Holds the floor against its thresholds again and again, and lets desks know when somebody has come or gone. What has been
 * raised stands in the store: a restart raises nothing twice, and forgets nothing.
 */
export class FloorWatch {
  readonly #given: FloorWatchParts;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  /** Who was on at the last look; of use to this process only. */
  #on = '';

  constructor(given: FloorWatchParts) {
    this.#given = given;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** One whole look; resolves at once where another process has the job. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookOnce()).catch(this.#given.failed);
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const { claims, holder, parts } = this.#given;
    if (!(await claims.claim(CLAIM, { holder, now: parts.now(), forMs: CLAIM_MS }))) return;
    const floor = await readFloor(parts);
    const changed = await this.#judge(floor);
    const on = floor.agents.map(({ id, state }) => `${id} ${state}`).join();
    if (changed || on !== this.#on) tellDesks(parts, { type: 'floor' });
    this.#on = on;
  }

  /** Each crossing is a commit of its own, so that one that fails holds up no other. True where something changed. */
  async #judge(floor: FloorNow): Promise<boolean> {
    const { claims, holder, parts } = this.#given;
    const { floorStore, database, newId } = parts;
    const { raise, clear } = judgeThresholds(measuresOf(floor), parts.floor, await floorStore.openAlerts());
    const { at } = floor;
    const commits: Statement[][] = [
      ...raise.map(({ kind, scope, value, threshold }) => {
        const id = newId();
        const alert = { id, kind, scope, value, threshold: threshold.raiseAt, raised_at: at };
        const detail = { kind, ...(scope === '' ? {} : { skill: scope }), value, threshold: threshold.raiseAt };
        return [floorStore.raise(alert), this.#noted('floor.alert_raised', { id, at, detail })];
      }),
      ...clear.map(({ id, kind, scope }) => {
        const detail = { kind, ...(scope === '' ? {} : { skill: scope }) };
        return [floorStore.clear(id, at), this.#noted('floor.alert_cleared', { id, at, detail })];
      }),
    ];
    let changed = false;
    for (const statements of commits) {
      const { ok } = await database.commit([claims.fence(CLAIM, holder), ...statements]);
      changed ||= ok;
    }
    return changed;
  }

  #noted(action: string, { id, ...line }: { id: string; at: number; detail: Readonly<Record<string, unknown>> }) {
    return audited(this.#given.parts, { actor: 'system', action, subject: `floor_alert:${id}`, ...line });
  }
}
