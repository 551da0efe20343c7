import type { AskingRules } from '../../domain/asking/plan-asking.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { loadGazetteer } from '../../nlu/places/gazetteer.ts';
import { Claims } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import { AskingRepository } from '../../store/repositories/asking-repository.ts';
import { FeederLookRepository } from '../../store/repositories/feeder-look-repository.ts';
import { IncidentRepository } from '../../store/repositories/incident-repository.ts';
import { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import { NetworkRepository } from '../../store/repositories/network-repository.ts';
import { OutageRepository } from '../../store/repositories/outage-repository.ts';
import { PlacementRepository } from '../../store/repositories/placement-repository.ts';
import { ReportRepository } from '../../store/repositories/report-repository.ts';
import type { Localiser } from '../localisation/localise-thread.ts';
import { createAreaNames } from './area-names.ts';
import type { InferringParts } from './incident-parts.ts';
import { NetworkBook } from './network-book.ts';
import { openAddressReader } from './placement/open-address-reader.ts';
import { ReportPlacer } from './placement/report-placer.ts';
import { openStoredReading } from './stored-reading.ts';

export interface IncidentsGiven {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly localiser: Localiser;
  /** Names this process among those that may infer incidents. */
  readonly holder: string;
  /** IANA name, for the day in incidents' numbers. */
  readonly timeZone: string;
  readonly askingRules: AskingRules;
  readonly now: () => number;
  readonly newId: () => string;
  /** 0 to 9999. */
  readonly drawNumber: () => number;
}

/** Everything that incidents are read, inferred and worked on with. */
export function openIncidentParts(given: IncidentsGiven): InferringParts {
  const { database, nerve, localiser, holder, timeZone, askingRules, now, newId, drawNumber } = given;
  const placement = new PlacementRepository(database);
  return {
    database,
    nerve,
    now,
    newId,
    newNumber: () => incidentNumber(localTimeOf(now(), timeZone).date, drawNumber()),
    incidents: new IncidentRepository(database),
    reports: new ReportRepository(database),
    looks: new FeederLookRepository(database),
    asking: new AskingRepository(database),
    askingRules,
    interruptions: new InterruptionRepository(database),
    network: new NetworkBook({ repository: new NetworkRepository(database), now }),
    areas: createAreaNames(loadGazetteer()),
    reading: openStoredReading(),
    outages: new OutageRepository(database),
    placement,
    placer: new ReportPlacer(placement, openAddressReader()),
    localiser,
    claims: new Claims(database),
    holder,
  };
}

/** IN2611240371: the day and four digits drawn at random. `date` is YYYY-MM-DD. */
function incidentNumber(date: string, drawn: number): string {
  return `IN${date.slice(2).replaceAll('-', '')}${String(drawn).padStart(4, '0')}`;
}
