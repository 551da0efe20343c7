import type { Turn } from '../turn.ts';

/** Whoever adds to somebody else's ticket, for example to one of the same account, hears of it too. */
export function followFault({ work, services, memory, now }: Turn): void {
  const ticketId = memory.lastFault?.ticket?.id;
  if (ticketId === undefined || memory.following === ticketId) return;
  memory.following = ticketId;
  work.add(services.followers.follow({ ticket_id: ticketId, conversation_id: work.conversation.id }, now));
}
