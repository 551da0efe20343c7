import { localOffset } from '../../domain/places/local-offset.ts';
import type { Near } from '../../domain/places/nearest.ts';
import type { Position } from '../../domain/places/position.ts';
import type { PlacesMap } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import type { PaymentPlace } from './payment-places.ts';
import { placesMap } from './places-map.ts';

/** The sketch of places round where they are looked for, which channels that do not draw can have as a picture. Undefined where there is none to show. */
export async function sketchedPlaces(
  { words, services, work, language }: Turn,
  { near, from, isHere }: { near: readonly Near<PaymentPlace>[]; from: Position; isHere: boolean },
): Promise<PlacesMap | undefined> {
  if (near.length === 0) return undefined;
  const points = near.map(({ place }) => localOffset(from, place));
  const conversationId = work.conversation.id;
  const picture = await services.links.sketch({ kind: 'places', points, isHere, language, conversationId });
  return { ...placesMap(words, { points, isHere }), picture };
}
