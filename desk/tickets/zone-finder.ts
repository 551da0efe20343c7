import type { Area, Areas } from '../../dialogs/places/areas.ts';
import { type ZoneFound, type ZoneOfArea, zoneOfArea } from '../../domain/tickets/zone-of-area.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { ZoneRepository } from '../../store/repositories/zone-repository.ts';

export interface ZoneFinderParts {
  readonly areas: Pick<Areas, 'find' | 'around'>;
  readonly premises: ZoneRepository;
  /** What the profile says of areas. */
  readonly settled: readonly ZoneOfArea[];
  readonly now: () => number;
}

/** A zone, and why: by what it was found, in which area. */
export interface PlacedZone extends ZoneFound {
  readonly by: 'village' | 'town' | 'position';
  /** The area's name in Chinese. */
  readonly area: string;
}

/** From this score on a name that an answer to "where?" holds is taken for the place. */
const LIKELY = 0.7;
/** Premises are built seldom; reports come by the thousand. */
const KEEP_MS = 10 * 60_000;

/** Finds the zone of a place that no account tells: the village that is named, else that of a position, else the town. */
export class ZoneFinder {
  readonly #parts: ZoneFinderParts;
  readonly #known = new Map<string, { readonly found: ZoneFound | null; readonly until: number }>();

  constructor(parts: ZoneFinderParts) {
    this.#parts = parts;
  }

  /** Null where nothing that is known was named. */
  async find({ place, lat, lon }: Pick<StoredTicket, 'place' | 'lat' | 'lon'>): Promise<PlacedZone | null> {
    const { areas } = this.#parts;
    const named = place === null ? [] : areas.find(place).filter(({ score }) => score >= LIKELY);
    const around = lat === null || lon === null ? null : areas.around({ lat, lon });
    const candidates: [PlacedZone['by'], Area][] = [
      ...named.filter(({ level }) => level === 'village').map((area): ['village', Area] => ['village', area]),
      ...(around ? [['position', around] as ['position', Area]] : []),
      ...named.filter(({ level }) => level === 'town').map((area): ['town', Area] => ['town', area]),
    ];
    for (const [by, area] of candidates) {
      const found = (await this.#zoneOf(area.code)) ?? (await this.#zoneOf(area.code.slice(0, TOWN_DIGITS)));
      if (found) return { ...found, by, area: area.name.zh };
    }
    return null;
  }

  async #zoneOf(code: string): Promise<ZoneFound | null> {
    const { premises, settled, now } = this.#parts;
    const known = this.#known.get(code);
    if (known && known.until > now()) return known.found;
    const found = zoneOfArea(code, settled, await premises.counts(code));
    this.#known.set(code, { found, until: now() + KEEP_MS });
    return found;
  }
}

const TOWN_DIGITS = 9;
