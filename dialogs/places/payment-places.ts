import { z } from 'zod';
import { localTimeOf } from '../../domain/local-time.ts';
import { indexPlaces, type Near, type NearestQuery, type PlaceIndex } from '../../domain/places/nearest.ts';
import type { OpeningHours } from '../../domain/places/opening-hours.ts';
import type { UtilityProfile, Words } from '../../domain/utility-profile.ts';
import { parseOpeningHours } from '../../store/places/parse-opening-hours.ts';
import type { PaymentPoint, PaymentPointRepository } from '../../store/repositories/payment-point-repository.ts';

export interface PaymentPlace {
  readonly name: Words;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  readonly hours: OpeningHours;
  readonly services: readonly string[];
  readonly phone: string | null;
}

/** How far ahead hours are worked out: long enough for any question of a customer. */
const DAYS_AHEAD = 35;
const CLOSED: OpeningHours = { week: [], exceptions: {} };
const services = z.array(z.string());

/** Places to pay at, found by distance. Read and their hours worked out once a day. */
export class PaymentPlaces {
  readonly #repository: Pick<PaymentPointRepository, 'all'>;
  readonly #profile: UtilityProfile;
  #today: { readonly date: string; readonly index: Promise<PlaceIndex<PaymentPlace>> } | null = null;

  constructor(repository: Pick<PaymentPointRepository, 'all'>, profile: UtilityProfile) {
    this.#repository = repository;
    this.#profile = profile;
  }

  /** Nearest first, by the hours that hold from the day of `now` on. */
  async nearest(now: number, query: NearestQuery<PaymentPlace>): Promise<Near<PaymentPlace>[]> {
    const { date } = localTimeOf(now, this.#profile.timeZone);
    if (this.#today?.date !== date) this.#today = { date, index: this.#indexFrom(date) };
    const { index } = this.#today;
    try {
      return (await index).nearest(query);
    } catch (error) {
      this.#today = null;
      throw error;
    }
  }

  async #indexFrom(date: string): Promise<PlaceIndex<PaymentPlace>> {
    const points = await this.#repository.all();
    const calendar = { holidays: this.#profile.holidays.map((day) => day.date), from: date, days: DAYS_AHEAD };
    const known = new Map<string, OpeningHours>();
    const hoursOf = (syntax: string) => {
      const parsed = known.get(syntax) ?? hoursFrom(parseOpeningHours(syntax, calendar));
      known.set(syntax, parsed);
      return parsed;
    };
    return indexPlaces(points.map((point) => placeOf(point, hoursOf(point.hours))));
  }
}

/** Hours that can't be read count as closed: nobody is sent there for nothing. */
function hoursFrom(parsed: ReturnType<typeof parseOpeningHours>): OpeningHours {
  return parsed.ok ? parsed.hours : CLOSED;
}

function placeOf(point: PaymentPoint, hours: OpeningHours): PaymentPlace {
  return {
    name: { zh: point.name, en: point.name_en },
    address: point.address,
    lat: point.lat,
    lon: point.lon,
    hours,
    services: services.parse(JSON.parse(point.services)),
    phone: point.phone,
  };
}
