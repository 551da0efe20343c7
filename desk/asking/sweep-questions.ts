import type { Database } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { AskingRepository } from '../../store/repositories/asking-repository.ts';
import type { FeederLookRepository } from '../../store/repositories/feeder-look-repository.ts';
import { tellDesks } from '../announce.ts';

export interface SweepParts {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly asking: AskingRepository;
  readonly looks: FeederLookRepository;
}

/** Settles questions that nobody has answered in time, or whose incident is over; others may be asked in their place. */
export async function sweepQuestions({ database, nerve, asking, looks }: SweepParts, now: number): Promise<void> {
  const stale = await asking.stale(now);
  if (stale.length === 0) return;
  const feeders = new Set(stale.map(({ feeder_id }) => feeder_id));
  await database.commit([...asking.sweep(now), ...[...feeders].map((feeder) => looks.lookAt(feeder, now))]);
  for (const { incident_id: incidentId, feeder_id: feederId } of stale) {
    tellDesks({ nerve }, { type: 'incident', incidentId, feederId });
  }
}
