import type { Intent } from '../../domain/intent.ts';
import type { Turn } from '../turn.ts';

/** Answers a matter with the utility's own words. False where it has none. */
export async function answerWithContent(turn: Turn, intent: Intent): Promise<boolean> {
  const text = await turn.services.content.answer(intent, turn.language);
  if (text === null) return false;
  await turn.say({ text });
  return true;
}
