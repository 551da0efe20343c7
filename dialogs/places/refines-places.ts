import { asksForTime } from './asked-time.ts';
import { placeWishIn } from './place-wish.ts';

/** Few words that ask something more of places that have just been told: "which take cash?", "周日呢". */
export function refinesPlaces(text: string): boolean {
  if (text.length > LONGEST) return false;
  const { services, landmark, home } = placeWishIn(text);
  return services.length > 0 || landmark !== null || home || asksForTime(text);
}

const LONGEST = 60;
