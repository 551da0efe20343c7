import type { Gazetteer } from '../../nlu/places/gazetteer.ts';
import type { Extent } from './feeder.ts';

export interface AreaNames {
  /** What an incident's row says of where it is. */
  areaOf(extent: Pick<Extent, 'townCodes' | 'villageCodes'>): { readonly area_codes: string; readonly area: string };
}

const MOST_NAMED = 4;

/** Areas by the gazetteer's names, as customers are told them. */
export function createAreaNames(gazetteer: Gazetteer): AreaNames {
  const names = new Map(
    gazetteer.towns.flatMap((town) => [
      [town.code, town.name] as const,
      ...town.villages.map((village) => [village.code, shortened(village.name)] as const),
    ]),
  );
  const listed = (codes: readonly string[]): string => {
    const known = codes.flatMap((code) => names.get(code) ?? []);
    return known.length > MOST_NAMED ? `${known.slice(0, MOST_NAMED).join('、')}等` : known.join('、');
  };
  return {
    areaOf: ({ townCodes, villageCodes }) => ({
      area_codes: JSON.stringify([...townCodes, ...villageCodes]),
      area: `${listed(townCodes)}${listed(villageCodes)}部分用户`,
    }),
  };
}

/** 石步村 for 石步村村民委员会, 良平社区 for 良平社区居民委员会. */
function shortened(name: string): string {
  return name.replace(/(?:居民|村民)委员会$/u, '');
}
