import { daysOfMonth, type Load } from '../../domain/billing/what-if.ts';
import type { Appliance, Words } from '../../domain/utility-profile.ts';
import type { SaidLoad } from './load-in-words.ts';

/** A load that can be reckoned with, and what in it was taken for granted. */
export interface PlannedLoad {
  readonly load: Load;
  readonly name: Words | null;
  readonly count: number;
  readonly timesAWeek: number;
  /** The profile's middling figure: it was not said. */
  readonly assumed: { readonly watts: boolean; readonly minutes: boolean };
}

const DAILY = 7;
const DAY_MINUTES = 1440;

/** What was said of a load, with the profile's figures for what was not; null where too little is known of it. */
export function plannedLoad(said: SaidLoad, appliances: readonly Appliance[]): PlannedLoad | null {
  const known = appliances.find(({ id }) => id === said.appliance);
  const oneWatts = said.watts ?? known?.watts.value;
  if (oneWatts === undefined) return null;
  const watts = Math.round(oneWatts * said.count);
  const minutes = minutesFor(said, watts) ?? said.minutes ?? known?.minutesPerDay;
  if (minutes === undefined) return null;
  const timesAWeek = Math.min(DAILY, Math.max(1, Math.round(said.timesAWeek ?? DAILY)));
  return {
    load: { watts, minutes, fromHour: said.fromHour ?? known?.fromHour ?? 0, days: daysOfMonth(timesAWeek) },
    name: known?.name ?? null,
    count: said.count,
    timesAWeek,
    assumed: { watts: said.watts === null, minutes: said.minutes === null && said.kwh === null },
  };
}

/** How long it takes at that power to use the kWh that were named. */
function minutesFor({ kwh }: SaidLoad, watts: number): number | null {
  if (kwh === null || watts === 0) return null;
  return Math.min(DAY_MINUTES, Math.max(1, Math.round((kwh * 60 * 1000) / watts)));
}
