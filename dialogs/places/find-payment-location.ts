import type { Frame } from '../frame/frame.ts';
import type { Heard } from '../heard.ts';
import type { Offer } from '../offer.ts';
import type { Answer, Turn } from '../turn.ts';
import { keepsPlacePrivate } from './keeps-place-private.ts';
import type { LandmarkAsked, PlaceGiven } from './place-given.ts';
import { placeWishIn } from './place-wish.ts';
import type { PlacesValues } from './places-values.ts';
import { refinesPlaces } from './refines-places.ts';
import { landmarkIn, positionOf } from './resolve-place.ts';
import { sayPlaces } from './say-places.ts';
import { sayRemoteWays } from './say-remote-ways.ts';
import { whereIn, whereOrHome } from './where.ts';

export const FIND_PAYMENT_LOCATION = 'find_payment_location';

/** The nearest places to pay: by a position, the name of a place or of a landmark, or where the verified account is supplied. */
export const findPaymentLocation: Frame<PlacesValues> = {
  id: FIND_PAYMENT_LOCATION,
  version: 2,
  start: (options) => ({
    ...{
      place: null,
      said: [],
      services: [],
      landmark: null,
      home: false,
      answered: false,
      unplaced: false,
      refused: false,
    },
    ...options,
  }),
  fill: fillPlaces,
  next({ place, landmark, unplaced }) {
    if (unplaced) return null;
    if (landmark && landmark.choices.length > 0) return 'landmark';
    return place === null ? 'place' : null;
  },
  ask: (turn, values, { field, again }) =>
    field === 'landmark' ? askLandmark(turn, values) : askPlace(turn, values, again),

  async before(turn, values) {
    const named = await landmarkIn(turn, refined(turn, values));
    return { ...named, place: named.place ?? (named.landmark?.kind ? null : whereOrHome(turn, null)) };
  },

  skip: (values, field) =>
    field === 'landmark' ? { ...values, landmark: null } : { ...values, landmark: null, unplaced: true },

  async finish(turn, values) {
    const { place } = values;
    const from = place && (await positionOf(turn, place));
    if (!place || !from) {
      const { unplaced, unsaid } = turn.words.places;
      await sayRemoteWays(turn, values.refused ? unsaid : unplaced);
      return;
    }
    await sayPlaces(turn, { ...values, place, from });
  },

  async cancel(turn) {
    await turn.say({ text: turn.words.common.cancelled });
  },

  gathered: ({ place, services }) => ({
    ...(place?.kind === 'area' || place?.kind === 'landmark' ? { place: place.name.zh } : {}),
    ...(services.length > 0 ? { services: services.join(' ') } : {}),
  }),
};

/** "Which take cash?" goes on from the places that were told just before. */
function refined({ memory, heard }: Turn, values: PlacesValues): PlacesValues {
  const { lastPlaces } = memory;
  if (!lastPlaces || values.place !== null || values.home || values.answered || values.unplaced) return values;
  if (heard.chosen !== null || !refinesPlaces(heard.text)) return values;
  const place = values.landmark?.kind ? areaOf(lastPlaces.place) : lastPlaces.place;
  const services = [...new Set([...lastPlaces.services, ...values.services])];
  return { ...values, place, services, said: [...lastPlaces.said, ...values.said] };
}

/** A landmark is looked for in the town that was spoken of. */
function areaOf(place: PlaceGiven): PlaceGiven | null {
  return place.kind === 'landmark' ? place.within : place.kind === 'area' ? place : null;
}

function fillPlaces(values: PlacesValues, heard: Heard, pending: string | null): PlacesValues {
  const { chosen, text } = heard;
  const asked = pending === 'place';
  const isOffer = chosen !== null;
  const wish = placeWishIn(isOffer ? '' : text);
  const where = isOffer ? null : whereIn(heard, asked);
  const refused = asked && where === null && keepsPlacePrivate(text);
  const choice = chosen?.kind === 'value' && chosen.field === 'landmark' ? chosen.value : null;
  return {
    ...values,
    place: where ?? (wish.home ? null : values.place),
    said: text && !isOffer ? [...values.said, text] : values.said,
    services: [...new Set([...values.services, ...wish.services])],
    landmark: landmarkAsked(values.landmark, wish.landmark, choice),
    home: where === null && (wish.home || values.home),
    answered: asked,
    unplaced: values.unplaced || refused,
    refused,
  };
}

function landmarkAsked(
  before: LandmarkAsked | null,
  kind: LandmarkAsked['kind'],
  choice: string | null,
): LandmarkAsked | null {
  if (choice !== null && before) return { ...before, choice };
  return kind === null ? before : { kind, choices: [], choice: null, missing: false };
}

function askPlace({ words }: Turn, { home, landmark }: PlacesValues, again: boolean): Answer {
  const { places } = words;
  if (home) {
    const verify: Offer = {
      label: places.offers.verify,
      meaning: { kind: 'intent', intent: 'find_payment_location', matter: 'near_home' },
    };
    return { text: places.askHome, offers: [verify] };
  }
  if (landmark?.kind && !again) return { text: places.askLandmarkTown(places.landmarks[landmark.kind]) };
  return { text: again ? places.askAgain : places.ask };
}

function askLandmark({ words, language }: Turn, { landmark }: PlacesValues): Answer {
  const offers = (landmark?.choices ?? []).map(
    ({ id, name }): Offer => ({
      label: language === 'en' ? name.en : name.zh,
      meaning: { kind: 'value', field: 'landmark', value: id },
    }),
  );
  return { text: words.places.askLandmark, offers };
}
