import { z } from 'zod';
import { RELEASE_TASKS, type ReleaseTask } from '../../web/protocol/desk/session.ts';
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
  next: z.enum(RELEASE_TASKS).optional(),
});
const sessionIdle = z.object({ sessionId: z.string() });

/** An event of the desk's or of time's, and the way to do what a person has left to do. */
export interface Handoff {
  readonly name: string;
  readonly value: unknown;
  readonly doNext: (task: ReleaseTask) => Promise<void>;
}

/** Goes on where a person, or time, has left the conversation. */
export async function afterHandoff(turn: Turn, { name, value, doNext }: Handoff): Promise<void> {
  const { words } = turn;
  if (name === HANDOFF_STATUS) {
    const status = handoffStatus.parse(value);
    if (status.to === 'bot') {
      // The agent's note is for whoever goes on, not for the customer.
      await turn.say({ text: status.next ? words.person.backToGoOn : words.person.back });
      if (status.next) await doNext(status.next);
      return;
    }
    await turn.say({ text: words.person.ended });
    await askForRating(turn, status.sessionId);
  } else if (name === SESSION_IDLE) {
    await askForRating(turn, sessionIdle.parse(value).sessionId);
  }
}
