import type { Database } from '../../store/database.ts';
import type { FollowUpRepository } from '../../store/repositories/follow-up-repository.ts';

const AT_A_TIME = 50;

/** Finds a supervisor for follow-ups that nobody answers for any more, or never did. */
export class FollowUpWatch {
  readonly #parts: { readonly database: Database; readonly followUps: FollowUpRepository; readonly now: () => number };

  constructor(parts: { database: Database; followUps: FollowUpRepository; now: () => number }) {
    this.#parts = parts;
  }

  /** Several processes may look at once: the version lets one of them decide. */
  async look(): Promise<void> {
    const { database, followUps, now } = this.#parts;
    for (const one of await followUps.withoutResponsible(AT_A_TIME)) {
      const to = await followUps.freest(one.agent_id);
      if (to === null || to === one.responsible_id) continue;
      const from = one.responsible_id === null ? {} : { from: one.responsible_id };
      const entry = { at: now(), actor: 'system', type: 'responsible' as const, data: { ...from, to } };
      await database.commit(followUps.amend(one, { responsible_id: to }, entry));
    }
  }
}
