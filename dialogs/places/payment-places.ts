import { z } from 'zod';
import { addDays, type LocalTime, localTimeOf } from '../../domain/local-time.ts';
import { type Closure, closedFor } from '../../domain/places/closure.ts';
import {
  type FindablePlace,
  type FindPlaces,
  findPlacesAmong,
  type PlaceQuery,
} from '../../domain/places/find-places.ts';
import type { Near } from '../../domain/places/nearest.ts';
import { isOpenAt, type OpeningHours } from '../../domain/places/opening-hours.ts';
import { PLACE_SERVICES, type PlaceKind, type PlaceService } from '../../domain/places/place-kinds.ts';
import type { UtilityProfile, Words } from '../../domain/utility-profile.ts';
import { parseOpeningHours } from '../../store/places/parse-opening-hours.ts';
import { placeCalendar } from '../../store/places/place-calendar.ts';
import type { PaymentPoint, PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';
import type { PlaceRevision } from '../../store/repositories/place-revision.ts';

export interface PaymentPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: Words;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  readonly hours: OpeningHours;
  readonly closure: Closure | null;
  readonly services: readonly PlaceService[];
  readonly phone: string | null;
}

export interface PaymentPlaceQuery extends Omit<PlaceQuery, 'open'> {
  /** Only what is open at this local time. */
  readonly openAt?: LocalTime;
}

const services = z.array(z.enum(PLACE_SERVICES));
const CLOSED: OpeningHours = { week: [], exceptions: {} };
/** So many days of hours are kept; questions are about few. */
const MOST_SHEETS = 8;

type Known = Omit<PaymentPlace, 'hours'> & FindablePlace;

interface Kept {
  readonly syntax: string;
  readonly closure: Closure | null;
}

interface Book {
  readonly revision: number;
  readonly find: FindPlaces<Known>;
  readonly classes: readonly Kept[];
  /** By the date that they begin on, the hours of every class. */
  readonly sheets: Map<string, readonly OpeningHours[]>;
}

/** Places to pay at, found by distance; as they stand in the store at that moment, whoever has changed them. */
export class PaymentPlaces {
  readonly #repository: Pick<PaymentPointRepository, 'all'>;
  readonly #revision: Pick<PlaceRevision, 'current'>;
  readonly #profile: Pick<UtilityProfile, 'timeZone' | 'holidays' | 'workingDays'>;
  #book: Promise<Book> | null = null;

  constructor(
    { points, revision }: { points: Pick<PaymentPointRepository, 'all'>; revision: Pick<PlaceRevision, 'current'> },
    profile: Pick<UtilityProfile, 'timeZone' | 'holidays' | 'workingDays'>,
  ) {
    this.#repository = points;
    this.#revision = revision;
    this.#profile = profile;
  }

  /** Nearest first, each with the hours that hold from the day of `now` on, or from the day asked for where that is far ahead. */
  async nearest(now: number, { openAt, ...query }: PaymentPlaceQuery): Promise<Near<PaymentPlace>[]> {
    const book = await this.#current();
    const today = localTimeOf(now, this.#profile.timeZone).date;
    const hours = this.#hoursFrom(book, startFor(today, openAt?.date ?? today));
    const open = openAt && Uint8Array.from(hours, (one) => (isOpenAt(one, openAt) ? 1 : 0));
    return book
      .find({ ...query, ...(open ? { open } : {}) })
      .map(({ place, metres }) => ({ place: { ...place, hours: hours[place.hoursClass] ?? CLOSED }, metres }));
  }

  async #current(): Promise<Book> {
    const revision = await this.#revision.current();
    const held = await this.#book;
    if (held?.revision === revision) return held;
    const fresh = this.#read(revision);
    this.#book = fresh;
    try {
      return await fresh;
    } catch (error) {
      this.#book = null;
      throw error;
    }
  }

  async #read(revision: number): Promise<Book> {
    const points = await this.#repository.all();
    const classes = new Map<string, { readonly number: number; readonly kept: Kept }>();
    const classOf = (kept: Kept): number => {
      const key = JSON.stringify(kept);
      const known = classes.get(key) ?? { number: classes.size, kept };
      classes.set(key, known);
      return known.number;
    };
    const places = points.map((point) => placeOf(point, classOf));
    return {
      revision,
      find: findPlacesAmong(places),
      classes: [...classes.values()].map(({ kept }) => kept),
      sheets: new Map(),
    };
  }

  #hoursFrom({ classes, sheets }: Book, from: string): readonly OpeningHours[] {
    const known = sheets.get(from);
    if (known) return known;
    const calendar = placeCalendar(this.#profile, from);
    const parsed = new Map<string, OpeningHours>();
    const hoursOf = (syntax: string): OpeningHours => {
      const hours = parsed.get(syntax) ?? hoursFrom(parseOpeningHours(syntax, calendar));
      parsed.set(syntax, hours);
      return hours;
    };
    const hours = classes.map(({ syntax, closure }) => closedFor(hoursOf(syntax), closure, calendar));
    if (sheets.size >= MOST_SHEETS) sheets.clear();
    sheets.set(from, hours);
    return hours;
  }
}

/** Hours are worked out from today on; for a date beyond a month from that date on. */
function startFor(today: string, asked: string): string {
  return asked < addDays(today, 28) ? today : asked;
}

/** Hours that can't be read count as closed: nobody is sent there for nothing. */
function hoursFrom(parsed: ReturnType<typeof parseOpeningHours>): OpeningHours {
  return parsed.ok ? parsed.hours : CLOSED;
}

function placeOf(point: PaymentPoint, classOf: (kept: Kept) => number): Known {
  const { closed_from, closed_until, closed_reason } = point;
  const closure = closed_from === null ? null : { from: closed_from, until: closed_until, reason: closed_reason ?? '' };
  return {
    id: point.id,
    kind: point.kind,
    name: { zh: point.name, en: point.name_en },
    address: point.address,
    lat: point.lat,
    lon: point.lon,
    closure,
    services: services.parse(JSON.parse(point.services)),
    phone: point.phone,
    hoursClass: classOf({ syntax: point.hours, closure }),
  };
}
