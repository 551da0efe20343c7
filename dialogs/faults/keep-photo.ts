import { mainOffers } from '../content/small-talk.ts';
import type { Turn } from '../turn.ts';
import type { FaultValues } from './fault-values.ts';

/** A customer sends so many before a word is said. */
const MOST_KEPT = 10;

/** A photo without a word: kept for the report that may follow, and asked what it shows. */
export async function keepPhoto(turn: Turn): Promise<void> {
  const { memory, heard, words } = turn;
  memory.photos = [...(memory.photos ?? []), ...heard.attachments].slice(-MOST_KEPT);
  await turn.say({ text: words.fault.photoFirst, offers: mainOffers(turn) });
}

/** What a report begins with: the photos sent before it, and what was known when a self-check put most of it right. */
export function keptForReport({ memory }: Turn): Partial<FaultValues> {
  const { photos = [], leftFault } = memory;
  memory.photos = [];
  memory.leftFault = null;
  return { ...leftFault, ...(photos.length > 0 ? { photos: [...(leftFault?.photos ?? []), ...photos] } : {}) };
}
