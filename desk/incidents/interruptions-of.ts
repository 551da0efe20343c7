import type { StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { InterruptionTable } from '../../store/tables/reliability-tables.ts';
import type { Extent } from './feeder.ts';

/** What an incident was to the reliability of supply: a row for each town whose customers were dark. */
export function interruptionsOf(
  { id, device_id, cause, started_at }: Pick<StoredIncident, 'id' | 'device_id' | 'cause' | 'started_at'>,
  { customersByTown }: Pick<Extent, 'customersByTown'>,
  restoredAt: number,
): InterruptionTable[] {
  return [...customersByTown].map(([town, customers]) => ({
    id: `${id}:${town}`,
    town_code: town,
    device_id,
    planned: 0,
    cause,
    from_at: Math.min(started_at, restoredAt),
    to_at: restoredAt,
    customers,
  }));
}
