import type { Position } from '../../domain/places/position.ts';
import type { Turn } from '../turn.ts';
import type { KnownLandmark } from './landmarks.ts';
import type { PlaceGiven } from './place-given.ts';
import type { PlacesValues } from './places-values.ts';

/** A name in the middle of other words; the answer to "where?" may be misspelt. */
const CERTAIN = 0.95;
const LIKELY = 0.7;
const MOST_CHOICES = 4;
const TOWN_DIGITS = 9;

/** The landmark that was named, or one of a kind in a town; several are kept to choose from, and what is not on record is noted. */
export async function landmarkIn(turn: Turn, values: PlacesValues): Promise<PlacesValues> {
  const { landmarks } = turn.services;
  const { landmark, place } = values;
  if (landmark?.choice) return chosen(values, await landmarks.byId(landmark.choice));
  if (turn.heard.position !== null) return { ...values, landmark: null };
  const named = await bestNamed(turn, values.answered);
  if (named) return chosen(values, named);
  if (!landmark?.kind || place?.kind !== 'area' || landmark.missing) return values;
  const all = await landmarks.ofKind(landmark.kind, place.code.slice(0, TOWN_DIGITS));
  const [only] = all;
  if (!only) return { ...values, landmark: { ...landmark, missing: true } };
  if (all.length === 1) return chosen(values, only);
  const choices = all.slice(0, MOST_CHOICES).map(({ id, name }) => ({ id, name }));
  return { ...values, landmark: { ...landmark, choices } };
}

/** Where a place lies; null where nobody is supplied in it, or nobody is verified. */
export async function positionOf(turn: Turn, where: PlaceGiven): Promise<Position | null> {
  const { memory, services } = turn;
  switch (where.kind) {
    case 'position':
    case 'landmark':
      return { lat: where.lat, lon: where.lon };
    case 'area':
      return services.areas.centreOf(where.code);
    case 'account':
      return memory.verified ? homePosition(services, memory.verified.accountId) : null;
  }
}

/** What the billing system knows, without waiting long for it. */
async function homePosition({ billing }: Turn['services'], accountId: string): Promise<Position | null> {
  const look = await billing.look(accountId, 'glance');
  return look.kind === 'known' ? look.record.account.position : null;
}

async function bestNamed({ heard, services }: Turn, answered: boolean): Promise<KnownLandmark | null> {
  if (heard.text === '' || heard.chosen !== null) return null;
  const [best, second] = await services.landmarks.named(heard.text);
  if (!best || best.score < (answered ? LIKELY : CERTAIN)) return null;
  // A name that only resembles several is none.
  return second && second.score === best.score && best.score < CERTAIN ? null : best;
}

function chosen(values: PlacesValues, landmark: KnownLandmark | null): PlacesValues {
  if (!landmark) return { ...values, landmark: null };
  const { name, lat, lon, townCode } = landmark;
  const within = values.place?.kind === 'area' ? values.place : null;
  return { ...values, landmark: null, home: false, place: { kind: 'landmark', name, lat, lon, townCode, within } };
}
