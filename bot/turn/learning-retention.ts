import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { Database } from '../../store/database.ts';
import type { CandidateRepository } from '../../store/repositories/candidate-repository.ts';

const EVERY_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Forgets messages to learn from that are too many or too old, as the profile says; what was labelled stays. */
export class LearningRetention {
  readonly #parts: {
    readonly database: Database;
    readonly candidates: CandidateRepository;
    readonly terms: UtilityProfile['learning'];
    readonly now: () => number;
  };
  #nextAt = 0;

  constructor(parts: {
    database: Database;
    candidates: CandidateRepository;
    terms: UtilityProfile['learning'];
    now: () => number;
  }) {
    this.#parts = parts;
  }

  /** Called again and again; does its work once a minute. */
  async forget(): Promise<void> {
    const { database, candidates, terms, now } = this.#parts;
    const at = now();
    if (at < this.#nextAt) return;
    this.#nextAt = at + EVERY_MS;
    await database.commit(candidates.forget({ most: terms.keepOpen, before: at - terms.keepDays * DAY_MS }));
  }
}
