import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { SessionItem } from '../../protocol/desk/session.ts';

/** What to call a customer: by name, else by the end of the conversation's id, so that two nameless ones can be told apart. */
export function customerLabel(
  { conversation }: DeskWords,
  { customerName, conversationId }: Pick<SessionItem, 'customerName' | 'conversationId'>,
): string {
  return customerName ?? `${conversation.anonymous} ${conversationId.slice(-4).toUpperCase()}`;
}
