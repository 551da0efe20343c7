import type { DeskApiGiven } from '../channels/desk-api/create-desk-api.ts';
import type { UtilityProfile } from '../domain/utility-profile.ts';
import { loadGazetteer } from '../nlu/places/gazetteer.ts';

/** How the profile wants reliability reckoned, for the towns of the gazetteer. */
export function reliabilityOf({ timeZone, reliability }: UtilityProfile): DeskApiGiven['reliability'] {
  return {
    timeZone,
    sustainedAfterMinutes: reliability.sustainedAfterMinutes.value,
    towns: loadGazetteer().towns.map(({ code, name, latin: [en = name] }) => ({ code, name: { zh: name, en } })),
  };
}
