import { z } from 'zod';
import type { CutShort } from '../store/inbox.ts';
import { keepSummary } from './summary.ts';
import type { Turn } from './turn.ts';

/**
 * Asks for a message in parts, where its channel kept only the beginning; what was asked and offered before still stands.
 * False where it came whole.
 */
export async function saidTooMuch(turn: Turn): Promise<boolean> {
  const cut: CutShort | undefined = cutShortSchema.safeParse(turn.context.activity.channelData).data;
  if (!cut) return false;
  await turn.say({ text: turn.words.common.tooLong(cut.cutAt), offers: turn.memory.offers });
  keepSummary(turn, {});
  return true;
}

const cutShortSchema = z.object({ cutAt: z.number().int().positive() });
