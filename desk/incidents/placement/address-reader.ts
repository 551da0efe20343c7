import type {
  HouseNumbers,
  PartName,
  PremisesParts,
  SaidAddress,
} from '../../../domain/incidents/placement/address-parts.ts';
import type { Normalise } from '../../../nlu/normalise/create-normaliser.ts';
import { looseSyllable, type SyllableOf } from '../../../nlu/normalise/pinyin.ts';
import type { PlaceFinder } from '../../../nlu/places/create-place-finder.ts';
import type { Gazetteer } from '../../../nlu/places/gazetteer.ts';
import { baseName } from '../../../nlu/places/place-name.ts';
import type { PremisesTable } from '../../../store/tables/utility-tables.ts';
import { houseNumbersIn } from './house-numbers.ts';
import { numbersInDigits } from './numbers-in-digits.ts';

export interface AddressReaderParts {
  readonly finder: PlaceFinder;
  readonly gazetteer: Gazetteer;
  readonly normalise: Normalise;
  readonly syllableOf: SyllableOf;
}

export type AddressRow = Pick<
  PremisesTable,
  'id' | 'town_code' | 'village_code' | 'address' | 'estate' | 'building' | 'unit' | 'room' | 'lat' | 'lon'
>;

const KIND_OF_AREA = /^(?:社区|街道|镇|村|区|居委会|村委会|生活区)/u;
const KIND_OF_NAME = /(?:花园|雅苑|豪庭|小区|大厦|广场|公寓|山庄|家园|新村|苑|路|街|大道|巷)$/u;
const BEFORE_NUMBERS = /^(.*?)(?=\d+(?:号|栋|座|幢|单元|-))/u;

/** Premises whose parts are remembered: in a storm those of the same villages are read again and again. */
const MOST_REMEMBERED = 20_000;

/** Reads addresses into parts that can be compared: customers' words, and the utility's own rows. */
export class AddressReader {
  readonly #parts: AddressReaderParts;
  readonly #names: ReadonlyMap<string, string>;
  /** By the premises' id, with what they were read from. */
  readonly #known = new Map<string, { readonly from: string; readonly parts: PremisesParts }>();

  constructor(parts: AddressReaderParts) {
    this.#parts = parts;
    this.#names = new Map(
      parts.gazetteer.towns.flatMap(({ code, name, villages }) => [
        [code, baseName(name)] as const,
        ...villages.map((village) => [village.code, baseName(village.name)] as const),
      ]),
    );
  }

  said(words: string): SaidAddress {
    const text = this.#plain(words);
    const areas = this.#parts.finder.findPlaces(words).filter(({ level }) => level !== 'city');
    return {
      areas: areas.map(({ code, score }) => ({ code, score })),
      text,
      sound: this.#sound(text),
      looseSound: this.#looseSound(text),
      latin: text.replace(/[^a-z]/g, ''),
      numbers: houseNumbersIn(text),
    };
  }

  premises(row: AddressRow): PremisesParts {
    const from = JSON.stringify(row);
    const known = this.#known.get(row.id);
    if (known?.from === from) return known.parts;
    const parts = this.#read(row);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(row.id, { from, parts });
    return parts;
  }

  #read(row: AddressRow): PremisesParts {
    const tail = this.#tail(row);
    const name = row.estate ? this.#plain(row.estate) : (BEFORE_NUMBERS.exec(tail)?.[1] ?? tail.replace(/\d+$/, ''));
    const numbers = houseNumbersIn(tail);
    return {
      id: row.id,
      townCode: row.town_code,
      villageCode: row.village_code,
      lat: row.lat,
      lon: row.lon,
      name: name.length >= 2 ? this.#name(name) : null,
      numbers: withFloor({
        ...numbers,
        building: row.building?.toLowerCase() ?? numbers.building,
        unit: row.unit?.toLowerCase() ?? numbers.unit,
        room: row.room?.toLowerCase() ?? numbers.room,
      }),
    };
  }

  /** An area's name without the word for its kind; null where the gazetteer has no such code. */
  nameOf(code: string): string | null {
    return this.#names.get(code) ?? null;
  }

  #name(text: string): PartName {
    const bare = text.replace(KIND_OF_NAME, '');
    const base = bare.length >= 2 ? bare : text;
    return {
      text,
      base,
      sound: this.#sound(text),
      looseSound: this.#looseSound(text),
      latin: this.#sound(base).replaceAll(' ', ''),
    };
  }

  /** What comes after city, town and village. */
  #tail({ town_code, village_code, address }: AddressRow): string {
    let rest = this.#plain(address).replace(/^.*?市/u, '');
    for (const code of [town_code, village_code]) {
      const name = this.#plain(this.#names.get(code) ?? '');
      if (name !== '' && rest.startsWith(name)) rest = rest.slice(name.length).replace(KIND_OF_AREA, '');
    }
    return rest;
  }

  #plain(words: string): string {
    return numbersInDigits(this.#parts.normalise(words).text);
  }

  #sound(text: string): string {
    return [...text].map((sign) => `${this.#parts.syllableOf(sign) ?? sign} `).join('');
  }

  #looseSound(text: string): string {
    return [...text].map((sign) => `${looseSyllable(this.#parts.syllableOf(sign) ?? sign)} `).join('');
  }
}

/** 1203 lies on the 12th floor. */
function withFloor(numbers: HouseNumbers): HouseNumbers {
  const floor = /^(\d{1,2})\d{2}$/.exec(numbers.room ?? '')?.[1] ?? null;
  return { ...numbers, floor: numbers.floor ?? floor };
}
