import type { LocalTime } from '../../domain/local-time.ts';
import type { Near } from '../../domain/places/nearest.ts';
import type { PlaceService } from '../../domain/places/place-kinds.ts';
import type { Position } from '../../domain/places/position.ts';
import type { PaymentPlace, PaymentPlaces } from './payment-places.ts';

/** What is asked of places. */
export interface PlaceSearch {
  readonly from: Position;
  /** When the customer wants to go, where they said. */
  readonly at: LocalTime | null;
  readonly services: readonly PlaceService[];
}

type Found = readonly Near<PaymentPlace>[];

export type PlacesFound =
  /** Near, open then, with what is wanted. */
  | { readonly kind: 'found'; readonly near: Found }
  /** Near and with what is wanted, but none open then. */
  | { readonly kind: 'none_open'; readonly near: Found }
  /** Near there are only others; `near` have what is wanted, farther off. */
  | { readonly kind: 'no_service'; readonly near: Found; readonly others: number }
  /** Nothing near at all; `near` are the nearest that are not mobile, `vans` where vans stop. */
  | { readonly kind: 'none_near'; readonly near: Found; readonly vans: Found };

export const NEAR_METRES = 5000;
const SHOWN = 5;
const VANS_SHOWN = 2;
/** Farther than that nobody goes to meet a van. */
const VAN_METRES = 25_000;

/** The nearest places that are what was asked for, or why there are none and what comes closest. */
export async function searchPlaces(
  places: Pick<PaymentPlaces, 'nearest'>,
  now: number,
  { from, at, services }: PlaceSearch,
): Promise<PlacesFound> {
  const near = { from, count: SHOWN, withinMetres: NEAR_METRES };
  const wanted = await places.nearest(now, { ...near, services, ...(at ? { openAt: at } : {}) });
  if (wanted.length > 0) return { kind: 'found', near: wanted };
  const whenever = at ? await places.nearest(now, { ...near, services }) : [];
  if (whenever.length > 0) return { kind: 'none_open', near: whenever };
  const others = await places.nearest(now, near);
  if (others.length > 0) {
    return {
      kind: 'no_service',
      near: await places.nearest(now, { from, count: SHOWN, services }),
      others: others.length,
    };
  }
  const [nearest, vans] = await Promise.all([
    places.nearest(now, { from, count: SHOWN, services, kinds: ['service_hall', 'counter', 'agent', 'machine'] }),
    places.nearest(now, { from, count: VANS_SHOWN, withinMetres: VAN_METRES, kinds: ['mobile_van'] }),
  ]);
  return { kind: 'none_near', near: nearest, vans };
}
