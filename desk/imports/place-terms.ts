import { localTimeOf } from '../../domain/local-time.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import { placeCalendar } from '../../store/places/place-calendar.ts';
import type { PlaceTerms } from './place-records.ts';

/** By what places are checked: the towns that are served, and the days from today on. */
export function placeTerms(
  profile: Pick<UtilityProfile, 'timeZone' | 'holidays' | 'workingDays'>,
  { areaCodes, now }: { areaCodes: ReadonlySet<string>; now: number },
): PlaceTerms {
  return { areaCodes, calendar: placeCalendar(profile, localTimeOf(now, profile.timeZone).date) };
}
