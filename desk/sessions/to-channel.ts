import type { Statement } from '../../store/database.ts';
import type { Conversation } from '../../store/repositories/conversation-repository.ts';
import type { Reply } from '../../store/unit-of-work.ts';
import type { DeskParts } from '../desk-parts.ts';

/** Has the last row of the same commit sent to the customer's channel, where that is written to; Direct Line reads the transcript. */
export function toChannel(
  { statements, newId }: Pick<DeskParts, 'statements' | 'newId'>,
  { id, channel, reference }: Conversation,
  { kind, at }: { readonly kind: Reply['kind']; readonly at: number },
): Statement[] {
  if (reference === null) return [];
  return [
    statements.queueForChannel({
      id: newId(),
      conversationId: id,
      back: 0,
      answers: null,
      channel,
      kind,
      state: 'due',
      dueAt: at,
      now: at,
    }),
  ];
}
