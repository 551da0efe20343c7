import { randomInt, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { InferringParts } from '../desk/incidents/incident-parts.ts';
import { IncidentWatch } from '../desk/incidents/incident-watch.ts';
import { openIncidentParts } from '../desk/incidents/open-incident-parts.ts';
import { LocaliseThread } from '../desk/localisation/localise-thread.ts';
import type { Database } from '../store/database.ts';
import type { Nerve } from '../store/nerve/nerve.ts';

export interface IncidentsGiven {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly timeZone: string;
  /** Whether other processes work on the same database. */
  readonly shared: boolean;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Incidents {
  readonly parts: InferringParts;
  readonly watch: IncidentWatch;
}

/** Incidents: what the desk works on them with, and the job that infers them. */
export function composeIncidents({ shared, log, ...given }: IncidentsGiven): Incidents {
  const parts = openIncidentParts({
    ...given,
    localiser: new LocaliseThread(),
    // The embedded database has one process: what its last life claimed is its own.
    holder: shared ? randomUUID() : 'embedded',
    drawNumber: () => randomInt(10_000),
  });
  const watch = new IncidentWatch(parts, (error) => {
    log.warn({ err: error }, 'incidents were not brought up to date; it is tried again');
  });
  return { parts, watch };
}
