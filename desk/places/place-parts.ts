import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { AreaCentre } from '../../store/repositories/area-repository.ts';
import { AreaRepository } from '../../store/repositories/area-repository.ts';
import { AuditLogRepository } from '../../store/repositories/audit-log-repository.ts';
import { LandmarkRepository } from '../../store/repositories/landmark-repository.ts';
import { PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import { PlaceNeedRepository } from '../../store/repositories/place-need-repository.ts';
import { PlaceRevision } from '../../store/repositories/place-revision.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { PlaceTerms } from '../imports/place-records.ts';
import { placeTerms } from '../imports/place-terms.ts';

export interface ServedTown {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** What places and landmarks are kept with at the desk. */
export interface PlaceParts {
  readonly desk: Pick<DeskParts, 'database' | 'nerve' | 'now' | 'newId' | 'repositories'>;
  readonly points: PaymentPointRepository;
  readonly landmarks: LandmarkRepository;
  readonly needs: PlaceNeedRepository;
  readonly revision: PlaceRevision;
  readonly log: AuditLogRepository;
  readonly timeZone: string;
  readonly towns: readonly ServedTown[];
  /** Where people are supplied. */
  readonly centres: () => Promise<readonly AreaCentre[]>;
  /** By what a place is checked today. */
  readonly terms: () => PlaceTerms;
}

export function openPlaceParts(
  desk: PlaceParts['desk'],
  {
    profile,
    towns,
  }: {
    readonly profile: Pick<UtilityProfile, 'timeZone' | 'holidays' | 'workingDays'>;
    readonly towns: readonly ServedTown[];
  },
): PlaceParts {
  const { database } = desk;
  const areaCodes = new Set(towns.map(({ code }) => code));
  return {
    desk,
    points: new PaymentPointRepository(database),
    landmarks: new LandmarkRepository(database),
    needs: new PlaceNeedRepository(database),
    revision: new PlaceRevision(database),
    log: new AuditLogRepository(database),
    timeZone: profile.timeZone,
    towns,
    centres: () => new AreaRepository(database).villageCentres(),
    terms: () => placeTerms(profile, { areaCodes, now: desk.now() }),
  };
}
