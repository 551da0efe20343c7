import { type LocalTime, localTimeOf } from '../../domain/local-time.ts';
import type { Near } from '../../domain/places/nearest.ts';
import { openState } from '../../domain/places/opening-hours.ts';
import type { PlaceService } from '../../domain/places/place-kinds.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import { askedTime } from './asked-time.ts';
import { clock, dayInWords } from './hours-in-words.ts';
import type { PaymentPlace } from './payment-places.ts';
import type { PlaceGiven } from './place-given.ts';
import type { PlacesAsked } from './places-asked.ts';
import { placesCard } from './places-card.ts';
import { recordNeed } from './record-need.ts';
import { sayRemoteWays } from './say-remote-ways.ts';
import { NEAR_METRES, type PlacesFound, searchPlaces } from './search-places.ts';

/** Says the nearest places that are what was asked for; where there are none, what comes closest, and keeps the need for planning. */
export async function sayPlaces(turn: Turn, asked: PlacesAsked): Promise<void> {
  const { services, now, memory } = turn;
  const at = timeIn(turn, asked.said);
  const found = await searchPlaces(services.paymentPlaces, now, { ...asked, at });
  memory.lastPlaces = { place: asked.place, services: [...asked.services], said: [...asked.said].slice(-MOST_KEPT) };
  if (found.kind !== 'found') recordNeed(turn, { ...asked, at, found });
  const shown = found.kind === 'found' || found.kind === 'none_open' ? at : null;
  const card = await placesCard(turn, {
    title: titleFor(turn, asked.place),
    near: found.near,
    from: asked.from,
    isHere: asked.place.kind === 'position',
    at: shown ?? localTimeOf(now, services.profile.timeZone),
  });
  const text = [missingInWords(turn, asked), foundInWords(turn, { found, at, services: asked.services })]
    .filter((part) => part !== '')
    .join('\n');
  await turn.say({ text, card, offers: offersFor(turn) });
  if (found.kind === 'none_near') await sayRemoteWays(turn, vansInWords(turn, found.vans));
}

/** As many words as a time may be told in. */
const MOST_KEPT = 4;

/** The last time that was named. */
function timeIn({ now, services }: Turn, said: readonly string[]): LocalTime | null {
  const { timeZone, holidays } = services.profile;
  const local = localTimeOf(now, timeZone);
  return said.map((words) => askedTime(words, { now: local, holidays })).findLast((time) => time !== null) ?? null;
}

function titleFor({ words, language }: Turn, place: PlaceGiven): string {
  const { places } = words;
  if (place.kind === 'position') return places.titleHere;
  if (place.kind === 'account') return places.titleHome;
  return places.titleNear(language === 'en' ? place.name.en : place.name.zh);
}

function missingInWords({ words: { places }, language }: Turn, { landmark, place }: PlacesAsked): string {
  if (!landmark?.missing || !landmark.kind || place.kind !== 'area') return '';
  return places.noLandmark(places.landmarks[landmark.kind], language === 'en' ? place.name.en : place.name.zh);
}

interface Answering {
  readonly found: PlacesFound;
  readonly at: LocalTime | null;
  readonly services: readonly PlaceService[];
}

function foundInWords(turn: Turn, { found, at, services }: Answering): string {
  const { places, common } = turn.words;
  const wanted = services.map((service) => places.services[service] ?? service).join(common.listSeparator);
  const when = at ? timeInWords(turn, at) : '';
  switch (found.kind) {
    case 'found': {
      const line = at ? places.openThen(when, found.near.length) : places.found(found.near.length);
      return wanted === '' ? line : places.withServices(wanted, line);
    }
    case 'none_open':
      return places.noneOpenThen(when);
    case 'no_service':
      return places.noneWith(NEAR_METRES / 1000, { wanted, elsewhere: found.near.length });
    case 'none_near':
      return places.noneWithin(NEAR_METRES / 1000);
  }
}

function timeInWords({ words, now, services }: Turn, at: LocalTime): string {
  const local = localTimeOf(now, services.profile.timeZone);
  if (at.date === local.date && at.minute === local.minute) return words.places.now;
  const holiday = services.profile.holidays.find(({ date }) => date === at.date);
  const day = dayInWords(words, at.date, local);
  return words.places.on(holiday ? words.places.holiday(day, holiday) : day, clock(at.minute));
}

/** When vans stop next, and how far off. */
function vansInWords({ words, now, services, language }: Turn, vans: readonly Near<PaymentPlace>[]): string | null {
  const local = localTimeOf(now, services.profile.timeZone);
  const lines = vans.flatMap(({ place, metres }) => {
    const state = openState(place.hours, local);
    const name = language === 'en' ? place.name.en : place.name.zh;
    const far = words.places.distance(metres);
    if (state.open && state.until) return [words.places.vanNow(name, { far, until: clock(state.until.minute) })];
    if (state.open || !state.opens) return [];
    const { date, minute } = state.opens;
    return [
      words.places.van(name, { far, at: `${dayInWords(words, date, local)} ${clock(minute)}`, address: place.address }),
    ];
  });
  return lines.length === 0 ? null : [words.places.vans, ...lines].join('\n');
}

function offersFor({ words }: Turn): Offer[] {
  return [{ label: words.places.offers.methods, meaning: { kind: 'intent', intent: 'ask_payment_methods' } }];
}
