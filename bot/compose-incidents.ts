import { randomInt, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { AskBack } from '../desk/asking/ask-back.ts';
import type { InferringParts } from '../desk/incidents/incident-parts.ts';
import { IncidentWatch } from '../desk/incidents/incident-watch.ts';
import { openIncidentParts } from '../desk/incidents/open-incident-parts.ts';
import { LocaliseThread } from '../desk/localisation/localise-thread.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import type { Database } from '../store/database.ts';
import type { Nerve } from '../store/nerve/nerve.ts';
import { Transcript } from '../store/transcript.ts';

export interface IncidentsGiven {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly profile: UtilityProfile;
  /** Whether other processes work on the same database. */
  readonly shared: boolean;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  /** Something in the conversation waits for the bot. */
  readonly wake: (conversationId: string) => void;
}

export interface Incidents {
  readonly parts: InferringParts;
  readonly watch: IncidentWatch;
}

/** Incidents: what the desk works on them with, and the job that infers them. */
export function composeIncidents({ shared, log, profile, wake, ...given }: IncidentsGiven): Incidents {
  const parts = openIncidentParts({
    ...given,
    timeZone: profile.timeZone,
    askingRules: { terms: profile.asking, quietHours: profile.notices.quietHours, timeZone: profile.timeZone },
    localiser: new LocaliseThread(),
    // The embedded database has one process: what its last life claimed is its own.
    holder: shared ? randomUUID() : 'embedded',
    drawNumber: () => randomInt(10_000),
  });
  const askBack = new AskBack({ on: parts, transcript: new Transcript(given.database), wake });
  const watch = new IncidentWatch(
    parts,
    (error) => {
      log.warn({ err: error }, 'incidents were not brought up to date; it is tried again');
    },
    (feederIds) => askBack.after(feederIds),
  );
  return { parts, watch };
}
