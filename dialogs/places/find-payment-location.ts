import { type LocalTime, localTimeOf } from '../../domain/local-time.ts';
import type { Position } from '../../domain/places/position.ts';
import { namedTime } from '../../nlu/times/named-time.ts';
import type { Frame } from '../frame/frame.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import { clock, dayInWords } from './hours-in-words.ts';
import { placesCard } from './places-card.ts';
import { type Where, whereIn, whereOrHome } from './where.ts';

export const FIND_PAYMENT_LOCATION = 'find_payment_location';
const SHOWN = 5;
const NEAR_METRES = 5000;

interface PlacesValues {
  readonly place: Where | null;
  /** The customer's words on when they want to go, judged where the clock is known. */
  readonly said: readonly string[];
  /** The place was asked for in vain. */
  readonly unplaced: boolean;
}

/** The nearest places to pay: by a position, a place's name, or where the verified account is supplied. */
export const findPaymentLocation: Frame<PlacesValues> = {
  id: FIND_PAYMENT_LOCATION,
  version: 1,
  start: () => ({ place: null, said: [], unplaced: false }),
  fill: (values, heard, pending) => ({
    ...values,
    place: whereIn(heard, pending === 'place') ?? values.place,
    said: heard.text ? [...values.said, heard.text] : values.said,
  }),
  next: ({ place, unplaced }) => (place === null && !unplaced ? 'place' : null),
  ask: ({ words }, _values, { again }) => ({ text: again ? words.places.askAgain : words.places.ask }),
  before: async (turn, values) => ({ ...values, place: whereOrHome(turn, values.place) }),
  skip: (values) => ({ ...values, unplaced: true }),

  async finish(turn, { place, said }) {
    const from = place && (await positionOf(turn, place));
    if (!place || !from) {
      await sayRemoteWays(turn, turn.words.places.unplaced);
      return;
    }
    await sayNearest(turn, { place, from, at: timeIn(turn, said) });
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered: ({ place }) => (place?.kind === 'area' ? { place: place.name.zh } : {}),
};

async function positionOf(turn: Turn, where: Where): Promise<Position | null> {
  const { memory, services } = turn;
  switch (where.kind) {
    case 'position':
      return { lat: where.lat, lon: where.lon };
    case 'area':
      return services.areas.centreOf(where.code);
    case 'account':
      return memory.verified ? homeOf(services, memory.verified.accountId) : null;
  }
}

async function homeOf({ billing }: Turn['services'], accountId: string): Promise<Position | null> {
  const look = await billing.look(accountId, 'glance');
  return look.kind === 'known' ? look.record.account.position : null;
}

interface Search {
  readonly place: Where;
  readonly from: Position;
  /** When the customer wants to go, where they said. */
  readonly at: LocalTime | null;
}

async function sayNearest(turn: Turn, { place, from, at }: Search): Promise<void> {
  const { services, now, words } = turn;
  const { paymentPlaces, profile } = services;
  const all = await paymentPlaces.nearest(now, { from, count: SHOWN });
  const open = at
    ? await paymentPlaces.nearest(now, {
        from,
        count: SHOWN,
        withinMetres: NEAR_METRES,
        openAt: at,
      })
    : [];
  const near = open.length > 0 ? open : all;
  const title = titleFor(turn, place);
  const shownAt = (open.length > 0 ? at : null) ?? localTimeOf(now, profile.timeZone);
  const card = placesCard(turn, { title, near, at: shownAt });
  const within = near.filter(({ metres }) => metres <= NEAR_METRES).length;
  if (within === 0) {
    await turn.say({ text: words.places.noneWithin(NEAR_METRES / 1000), card });
    await sayRemoteWays(turn, null);
    return;
  }
  await turn.say({ text: leadIn(turn, { at, open: open.length, shown: near.length }), card, offers: offersFor(turn) });
}

function leadIn(turn: Turn, { at, open, shown }: { at: LocalTime | null; open: number; shown: number }): string {
  const { places } = turn.words;
  if (!at) return places.found(shown);
  const when = timeInWords(turn, at);
  return open > 0 ? places.openThen(when, shown) : places.noneOpenThen(when);
}

function titleFor({ words, language }: Turn, place: Where): string {
  const { places } = words;
  if (place.kind === 'position') return places.titleHere;
  return place.kind === 'account'
    ? places.titleHome
    : places.titleNear(language === 'en' ? place.name.en : place.name.zh);
}

/** The last time that was named. */
function timeIn({ now, services }: Turn, said: readonly string[]): LocalTime | null {
  const local = localTimeOf(now, services.profile.timeZone);
  return said.map((words) => namedTime(words, local)).findLast((time) => time !== null) ?? null;
}

function timeInWords({ words, now, services }: Turn, at: LocalTime): string {
  const local = localTimeOf(now, services.profile.timeZone);
  if (at.date === local.date && at.minute === local.minute) return words.places.now;
  return words.places.on(dayInWords(words, at.date, local), clock(at.minute));
}

/** Ways to pay without going anywhere, and a person. */
async function sayRemoteWays(turn: Turn, leadingIn: string | null): Promise<void> {
  const ways = await turn.services.content.answer('ask_payment_methods', turn.language);
  const person: Offer = { label: turn.words.common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } };
  const text = [leadingIn, ways].filter((part) => part !== null).join('\n');
  await turn.say({ text, offers: [person] });
}

function offersFor({ words }: Turn): Offer[] {
  return [{ label: words.places.offers.methods, meaning: { kind: 'intent', intent: 'ask_payment_methods' } }];
}
