import { mainOffers } from '../content/small-talk.ts';
import type { Turn } from '../turn.ts';

/** A customer sends so many before a word is said. */
const MOST_KEPT = 10;

/** A photo without a word: kept for the report that may follow, and asked what it shows. */
export async function keepPhoto(turn: Turn): Promise<void> {
  const { memory, heard, words } = turn;
  memory.photos = [...(memory.photos ?? []), ...heard.attachments].slice(-MOST_KEPT);
  await turn.say({ text: words.fault.photoFirst, offers: mainOffers(turn) });
}

/** The photos that were sent before the report began: its first. */
export function keptPhotos({ memory }: Turn): { photos?: readonly string[] } {
  const photos = memory.photos ?? [];
  memory.photos = [];
  return photos.length > 0 ? { photos } : {};
}
