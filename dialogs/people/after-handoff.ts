import { z } from 'zod';
import type { Turn } from '../turn.ts';
import { askForRating } from './rate-service.ts';

/** Bot Framework's event of a hand-off that has ended, as the desk writes it. */
export const HANDOFF_STATUS = 'handoff.status';
/** A service session that has been closed for want of words. */
export const SESSION_IDLE = 'session.idle';

const handoffStatus = z.object({
  state: z.literal('completed'),
  to: z.enum(['bot', 'closed']),
  sessionId: z.string(),
  note: z.string().optional(),
});
const sessionIdle = z.object({ sessionId: z.string() });

/** Goes on where a person, or time, has left the conversation. */
export async function afterHandoff(turn: Turn, name: string, value: unknown): Promise<void> {
  const { words } = turn;
  if (name === HANDOFF_STATUS) {
    const status = handoffStatus.parse(value);
    if (status.to === 'bot') {
      // The agent's note is for whoever goes on, not for the customer.
      await turn.say({ text: words.person.back });
      return;
    }
    await turn.say({ text: words.person.ended });
    await askForRating(turn, status.sessionId);
  } else if (name === SESSION_IDLE) {
    await askForRating(turn, sessionIdle.parse(value).sessionId);
  }
}
