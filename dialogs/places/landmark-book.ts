import { z } from 'zod';
import type { LandmarkKind } from '../../domain/places/place-kinds.ts';
import { createPlaceFinder, type PlaceFinder, type PlaceFinderParts } from '../../nlu/places/create-place-finder.ts';
import type { Landmark, LandmarkRepository } from '../../store/repositories/landmark-repository.ts';
import type { PlaceRevision } from '../../store/repositories/place-revision.ts';
import type { KnownLandmark, Landmarks } from './landmarks.ts';

const names = z.array(z.string());

interface Book {
  readonly revision: number;
  readonly finder: PlaceFinder;
  readonly byId: ReadonlyMap<string, KnownLandmark>;
}

/** Landmarks as they stand in the store at that moment, found by the same rules as towns and villages. */
export class LandmarkBook implements Landmarks {
  readonly #repository: Pick<LandmarkRepository, 'all'>;
  readonly #revision: Pick<PlaceRevision, 'current'>;
  readonly #language: Omit<PlaceFinderParts, 'gazetteer'>;
  #book: Book | null = null;

  constructor(
    stores: { landmarks: Pick<LandmarkRepository, 'all'>; revision: Pick<PlaceRevision, 'current'> },
    language: Omit<PlaceFinderParts, 'gazetteer'>,
  ) {
    this.#repository = stores.landmarks;
    this.#revision = stores.revision;
    this.#language = language;
  }

  async named(words: string): Promise<(KnownLandmark & { score: number })[]> {
    const { finder, byId } = await this.#current();
    const found = finder.findPlaces(words).flatMap(({ code, score }) => {
      const landmark = byId.get(idOf(code));
      return landmark ? [{ ...landmark, score }] : [];
    });
    // One of several names may have been said.
    return found.filter(({ id }, at) => found.findIndex((other) => other.id === id) === at);
  }

  async ofKind(kind: LandmarkKind, townCode: string): Promise<KnownLandmark[]> {
    const { byId } = await this.#current();
    return [...byId.values()].filter((landmark) => landmark.kind === kind && landmark.townCode === townCode);
  }

  async byId(id: string): Promise<KnownLandmark | null> {
    return (await this.#current()).byId.get(id) ?? null;
  }

  async #current(): Promise<Book> {
    const revision = await this.#revision.current();
    if (this.#book?.revision === revision) return this.#book;
    const rows = await this.#repository.all();
    this.#book = {
      revision,
      finder: createPlaceFinder({ ...this.#language, gazetteer: gazetteerOf(rows) }),
      byId: new Map(rows.map((row) => [row.id, landmarkOf(row)])),
    };
    return this.#book;
  }
}

/** Each name stands as a town of its own; a code tells the landmark and which of its names. */
function gazetteerOf(rows: readonly Landmark[]): PlaceFinderParts['gazetteer'] {
  const towns = rows.flatMap(({ id, name, name_en, other_names }) =>
    [name, ...names.parse(JSON.parse(other_names))].map((one, at) => ({
      code: `${id}${SEPARATOR}${at}`,
      name: one,
      latin: [name_en],
      villages: [],
    })),
  );
  return { source: '', licence: '', city: { code: '', name: SEPARATOR, latin: [] }, towns };
}

const SEPARATOR = '\u0000';

function idOf(code: string): string {
  return code.split(SEPARATOR)[0] ?? '';
}

function landmarkOf({ id, name, name_en, kind, town_code, lat, lon }: Landmark): KnownLandmark {
  return { id, name: { zh: name, en: name_en }, kind, townCode: town_code, lat, lon };
}
