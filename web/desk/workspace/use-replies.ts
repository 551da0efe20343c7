import type { SessionItem } from '../../protocol/desk/session.ts';
import type { SessionReplies } from '../../protocol/desk/session-help.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { useWords } from '../words/words-context.tsx';
import { fillReply } from './fill-reply.ts';
import type { PickedReply } from './picked-reply.ts';
import { useReplyValues } from './use-reply-values.ts';

export type Reply = SessionReplies['replies'][number];

interface Replies {
  readonly replies: readonly Reply[];
  readonly suggested: SessionReplies['suggested'];
  readonly filled: (reply: Reply) => PickedReply;
}

/** Canned replies in the customer's language and how each would read; none until they have come. */
export function useReplies(item: SessionItem): Replies {
  const words = useWords();
  const loaded = useResource(useDesk().sessionReplies(item.id));
  const values = useReplyValues(item);
  const { replies, suggested } = loaded.state === 'ready' ? loaded.value : { replies: [], suggested: [] };
  return {
    replies,
    suggested,
    filled: ({ id, text }) => ({ id, ...fillReply(text, values, (one) => words.replies.variables[one]) }),
  };
}
