import type { Zone } from '../utility-profile.ts';

/** How many premises of an area are in each zone. */
export type ZoneCounts = Readonly<Partial<Record<Zone, number>>>;

/** What the utility itself says of an area. */
export interface ZoneOfArea {
  /** Nine digits for a town, twelve for a village. */
  readonly code: string;
  readonly zone: Zone;
}

export interface ZoneFound {
  readonly zone: Zone;
  /** Whose word it is: the profile's, or that of the premises that are supplied there. */
  readonly basis: 'profile' | 'premises';
  /** Of so many premises, so many are in that zone; absent where the profile says it. */
  readonly share?: { readonly of: number; readonly count: number };
}

/** From the shortest terms to the longest. */
const BY_TERMS: readonly Zone[] = ['urban', 'rural', 'remote'];

/**
 * The zone of an area: what the profile says of it, or else where most of its premises are; among equals the one with the
 * shortest terms. Null where nobody knows.
 */
export function zoneOfArea(code: string, settled: readonly ZoneOfArea[], counts: ZoneCounts): ZoneFound | null {
  const said = settled.find((one) => one.code === code);
  if (said) return { zone: said.zone, basis: 'profile' };
  const of = BY_TERMS.reduce((sum, zone) => sum + (counts[zone] ?? 0), 0);
  if (of === 0) return null;
  const [zone = 'urban'] = BY_TERMS.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return { zone, basis: 'premises', share: { of, count: counts[zone] ?? 0 } };
}
