import { indexPlaces, type PlaceIndex } from '../../domain/places/nearest.ts';
import type { Position } from '../../domain/places/position.ts';
import type { PlaceFinder } from '../../nlu/places/create-place-finder.ts';
import type { Gazetteer } from '../../nlu/places/gazetteer.ts';
import type { AreaCentre } from '../../store/repositories/area-repository.ts';
import type { Area, Areas } from './areas.ts';

type Known = Omit<Area, 'score'>;

/** Farther than this from any village's middle a position is none of ours. */
const REACH_METRES = 5000;

/** Areas from the gazetteer, placed by the premises in them. */
export class AreaBook implements Areas {
  readonly #finder: PlaceFinder;
  readonly #areas: ReadonlyMap<string, Known>;
  readonly #centres: ReadonlyMap<string, Position>;
  readonly #index: PlaceIndex<AreaCentre>;

  constructor(parts: { finder: PlaceFinder; gazetteer: Gazetteer; centres: readonly AreaCentre[] }) {
    this.#finder = parts.finder;
    this.#areas = new Map(areasOf(parts.gazetteer).map((area) => [area.code, area]));
    this.#centres = new Map([
      ...parts.centres.map((centre) => [centre.code, centre] as const),
      ...townCentres(parts.centres),
    ]);
    this.#index = indexPlaces(parts.centres);
  }

  find(words: string): Area[] {
    const found = this.#finder.findPlaces(words).flatMap(({ code, score }): Area[] => {
      const area = this.#areas.get(code);
      return area ? [{ ...area, score }] : [];
    });
    const towns = new Map(found.filter(({ level }) => level === 'town').map((town) => [town.code, town]));
    // A town's name is its first village's too: "Liaobu" is the town.
    const villages = found.filter(
      ({ level, code, name }) => level === 'village' && !isNamesake(name.zh, towns.get(townOf(code))?.name.zh),
    );
    const narrowed = new Set(villages.map(({ code }) => townOf(code)));
    return [...villages.filter(({ code }) => towns.has(townOf(code))), ...found].filter(
      (area, at, all) =>
        all.indexOf(area) === at && (area.level === 'village' ? villages.includes(area) : !narrowed.has(area.code)),
    );
  }

  centreOf(code: string): Position | null {
    return this.#centres.get(code) ?? this.#centres.get(townOf(code)) ?? null;
  }

  around(position: Position): Area | null {
    const [near] = this.#index.nearest({ from: position, count: 1, withinMetres: REACH_METRES });
    const area = near && this.#areas.get(near.place.code);
    return area ? { ...area, score: 1 } : null;
  }
}

function areasOf({ towns }: Gazetteer): Known[] {
  return towns.flatMap(({ code, name, latin, villages }) => [
    { code, level: 'town' as const, name: { zh: name, en: latin[0] ?? name } },
    ...villages.map((village) => {
      const plain = village.name.replace(/(?:居民|村民)委员会$|[居村]委会$/u, '');
      return {
        code: village.code,
        level: 'village' as const,
        name: { zh: plain, en: `${plain}, ${latin[0] ?? name}` },
      };
    }),
  ]);
}

/** A town's middle is that of the premises in its villages. */
function townCentres(centres: readonly AreaCentre[]): [string, Position][] {
  const towns = Map.groupBy(centres, ({ townCode }) => townCode);
  return [...towns].map(([code, villages]) => {
    const premises = villages.reduce((sum, village) => sum + village.premises, 0);
    const mean = (of: (centre: AreaCentre) => number) =>
      villages.reduce((sum, village) => sum + of(village) * village.premises, 0) / premises;
    return [code, { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) }];
  });
}

function townOf(code: string): string {
  return code.slice(0, 9);
}

function isNamesake(village: string, town: string | undefined): boolean {
  const bare = (name: string) => name.replace(/(?:社区|街道|镇|村)$/u, '');
  return town !== undefined && bare(village) === bare(town);
}
