import { z } from 'zod';
import type { ChatUser } from '../../../store/repositories/binding-repository.ts';
import type { Turn } from '../../turn.ts';

const reference = z.object({
  conversation: z.object({ isGroup: z.boolean().optional(), conversationType: z.string().optional() }).default({}),
});
const ALONE = new Set([undefined, 'personal']);
/** There a page names its user itself, or a sender does: whoever knows the name could take another's place. */
const SELF_NAMED: ReadonlySet<string> = new Set([
  'azure-directline',
  'directlinespeech',
  'webchat',
  'email',
  'emulator',
]);

/** Who a channel says is there, the same each time; null where that can't be relied upon: in a browser or a mail, or among several. */
export function chatUserOf({ work }: Pick<Turn, 'work'>): ChatUser | null {
  const { conversation } = work;
  if (conversation.reference === null || SELF_NAMED.has(conversation.channel)) return null;
  const { isGroup, conversationType } = reference.parse(JSON.parse(conversation.reference)).conversation;
  if (isGroup || !ALONE.has(conversationType)) return null;
  return { channel: conversation.channel, userId: conversation.user_id };
}
