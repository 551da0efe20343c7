import { STATUS_EVENT } from '../../web/protocol/conversation.ts';
import type { Turn } from '../turn.ts';

/** Gives up a customer's place in the queue: the bot goes on with them. */
export async function leaveQueue(turn: Turn): Promise<void> {
  turn.work.changeSession({ state: 'bot', queued_at: null, returned_at: null, given_back_by: null });
  await turn.tell(STATUS_EVENT, { speaker: 'bot' });
}
