import type { AskingRules } from '../../domain/asking/plan-asking.ts';
import type { Claims } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { AskingRepository } from '../../store/repositories/asking-repository.ts';
import type { FeederLookRepository } from '../../store/repositories/feeder-look-repository.ts';
import type { IncidentRepository } from '../../store/repositories/incident-repository.ts';
import type { InterruptionRepository } from '../../store/repositories/interruption-repository.ts';
import type { OutageRepository } from '../../store/repositories/outage-repository.ts';
import type { PlacementRepository } from '../../store/repositories/placement-repository.ts';
import type { ReportRepository } from '../../store/repositories/report-repository.ts';
import type { Localiser } from '../localisation/localise-thread.ts';
import type { AreaNames } from './area-names.ts';
import type { NetworkBook } from './network-book.ts';
import type { ReportPlacer } from './placement/report-placer.ts';
import type { StoredReading } from './stored-reading.ts';

/** What incidents are read and written with. */
export interface IncidentParts {
  readonly database: Database;
  readonly nerve: Nerve;
  readonly incidents: IncidentRepository;
  readonly reports: ReportRepository;
  readonly looks: FeederLookRepository;
  readonly asking: AskingRepository;
  readonly askingRules: AskingRules;
  readonly interruptions: InterruptionRepository;
  readonly outages: OutageRepository;
  readonly placement: PlacementRepository;
  readonly network: NetworkBook;
  readonly areas: AreaNames;
  readonly reading: StoredReading;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** A number for a new incident; drawn again where it is taken. */
  readonly newNumber: () => string;
}

/** What the one process that infers incidents works with besides. */
export interface InferringParts extends IncidentParts {
  readonly placer: ReportPlacer;
  readonly localiser: Localiser;
  readonly claims: Claims;
  /** Names this process. */
  readonly holder: string;
}
