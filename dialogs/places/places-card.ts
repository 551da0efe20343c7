import type { LocalTime } from '../../domain/local-time.ts';
import { navigationLinks } from '../../domain/places/navigation-links.ts';
import type { Near } from '../../domain/places/nearest.ts';
import type { Position } from '../../domain/places/position.ts';
import { estimateTravel } from '../../domain/places/travel-time.ts';
import type { CardAction, CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import { placeOpenInWords, weekInWords } from './hours-in-words.ts';
import type { PaymentPlace } from './payment-places.ts';
import { sketchedPlaces } from './sketched-places.ts';

type PlacesCard = CardOf<'places'>;

/** Beyond so many minutes nobody walks to pay a bill. */
const LONGEST_WALK = 45;

/** Places to pay at, each with its way, hours, services and links to maps. */
export async function placesCard(turn: Turn, { title, near, at, from, isHere }: PlacesShown): Promise<PlacesCard> {
  const map = await sketchedPlaces(turn, { near, from, isHere });
  const { places } = turn.words;
  return {
    kind: 'places',
    title,
    places: near.map((one) => placeOf(turn, one, at)),
    ...(map ? { map } : {}),
    note: turn.services.profile.demo ? places.demoNote : places.note,
  };
}

interface PlacesShown {
  readonly title: string;
  readonly near: readonly Near<PaymentPlace>[];
  readonly at: LocalTime;
  readonly from: Position;
  /** The customer is there. */
  readonly isHere: boolean;
}

function placeOf(turn: Turn, { place, metres }: Near<PaymentPlace>, at: LocalTime): PlacesCard['places'][number] {
  const { words, language } = turn;
  const { open, label } = placeOpenInWords(words, place, at);
  const name = language === 'en' ? place.name.en : place.name.zh;
  return {
    name,
    address: place.address,
    distance: wayInWords(turn, metres),
    hours: weekInWords(words, place.hours, at),
    open,
    openLabel: label,
    services: place.services.map((service) => words.places.services[service] ?? service),
    actions: actionsFor(turn, place, name),
  };
}

function wayInWords({ words: { places } }: Turn, metres: number): string {
  const { walking, driving } = estimateTravel(metres);
  const distance = places.distance(metres);
  return walking <= LONGEST_WALK ? places.walking(distance, walking) : places.driving(distance, driving);
}

/** All four maps, first those that are at home where the language is read. */
function actionsFor({ words, language }: Turn, place: PaymentPlace, name: string): CardAction[] {
  const links = navigationLinks(place, name);
  const { maps, call } = words.places;
  const shown =
    language === 'en'
      ? (['google', 'apple', 'amap', 'baidu'] as const)
      : (['amap', 'baidu', 'apple', 'google'] as const);
  return [
    ...shown.map((map): CardAction => ({ type: 'open', label: maps[map], url: links[map] })),
    ...(place.phone ? [{ type: 'call' as const, label: call, number: place.phone }] : []),
  ];
}
