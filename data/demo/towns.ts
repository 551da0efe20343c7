import type { Position } from '../../domain/places/position.ts';
import gazetteer from '../gazetteer/dongguan.json' with { type: 'json' };
import { TOWN_FACTS } from './town-facts.ts';

export interface Town extends Position {
  readonly code: string;
  /** With its kind: 寮步镇. */
  readonly name: string;
  /** Without it: 寮步. */
  readonly shortName: string;
  readonly nameEn: string;
  readonly weight: number;
  readonly villages: readonly Village[];
}

export interface Village extends Position {
  readonly code: string;
  /** As people write it in an address: 石步村, 良平社区. */
  readonly name: string;
  readonly townCode: string;
  readonly community: boolean;
}

/** Every town of the gazetteer with its villages, which lie scattered around the town's centre by a rule. */
export function demoTowns(): Town[] {
  return gazetteer.towns.flatMap((town) => {
    const facts = TOWN_FACTS[town.code];
    if (facts === undefined) return [];
    const { nameEn, lat, lon, weight } = facts;
    const centre = { lat, lon };
    const villages = town.villages.map((village, index) => ({
      code: village.code,
      name: addressName(village.name),
      townCode: town.code,
      community: !village.name.endsWith('村民委员会'),
      ...spiral(centre, index),
    }));
    return [{ code: town.code, name: town.name, shortName: shortName(town.name), nameEn, weight, ...centre, villages }];
  });
}

/** Moves a position by metres; good enough within a town. */
export function offset({ lat, lon }: Position, north: number, east: number): Position {
  const metresPerDegree = 111_195;
  return {
    lat: rounded(lat + north / metresPerDegree),
    lon: rounded(lon + east / (metresPerDegree * Math.cos((lat * Math.PI) / 180))),
  };
}

/** Golden-angle spiral: evenly spread, the first listed nearest to the centre. */
function spiral(centre: Position, index: number): Position {
  const radius = 450 * Math.sqrt(index + 0.5);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return offset(centre, radius * Math.sin(angle), radius * Math.cos(angle));
}

function addressName(official: string): string {
  return official.replace(/社区居民委员会$/, '社区').replace(/村民委员会$/, '');
}

function shortName(name: string): string {
  return name.replace(/(街道|镇)$/, '');
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
