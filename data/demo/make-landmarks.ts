import type { LandmarkKind } from '../../domain/places/place-kinds.ts';
import type { LandmarkTable } from '../../store/tables/place-tables.ts';
import { offset, type Town } from './towns.ts';

interface LandmarkFacts {
  readonly kind: LandmarkKind;
  readonly name: string;
  readonly nameEn: string;
  /** Metres from the town's middle. */
  readonly north: number;
  readonly east: number;
}

/** Made up, and called so: what stands there in truth is not known here. */
const LANDMARKS: readonly LandmarkFacts[] = [
  { kind: 'hospital', name: '示例医院', nameEn: 'Sample Hospital', north: 900, east: -600 },
  { kind: 'station', name: '示例汽车站', nameEn: 'Sample Bus Station', north: -1200, east: 300 },
  { kind: 'market', name: '示例市场', nameEn: 'Sample Market', north: 250, east: 400 },
  { kind: 'school', name: '示例中学', nameEn: 'Sample School', north: -500, east: -900 },
  { kind: 'school', name: '示例小学', nameEn: 'Sample Primary School', north: 700, east: 800 },
];

/** A hospital, a bus station, a market and two schools in every town. */
export function makeLandmarks(towns: readonly Town[]): LandmarkTable[] {
  return towns.flatMap((town) =>
    LANDMARKS.map(({ kind, name, nameEn, north, east }, at) => ({
      id: `LM${town.code}${at + 1}`,
      name: `${town.shortName}${name}`,
      name_en: `${town.nameEn} ${nameEn}`,
      other_names: '[]',
      kind,
      town_code: town.code,
      ...offset(town, north, east),
      version: 1,
    })),
  );
}
