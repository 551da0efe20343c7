import type { SessionItem } from '../../protocol/desk/session.ts';
import { useWording } from '../words/words-context.tsx';
import type { PickedReply } from './picked-reply.ts';
import { useReplies } from './use-replies.ts';

interface SuggestedRepliesProps {
  readonly item: SessionItem;
  readonly onPick: (reply: PickedReply) => void;
}

/** What to say next, as it seems: put into the field to be read and sent by a person, never sent by itself. */
export function SuggestedReplies({ item, onPick }: SuggestedRepliesProps) {
  const { words, language } = useWording();
  const { replies, suggested, filled } = useReplies(item);
  const mine = language === 'en' ? 'en' : 'zh';
  const shown = suggested.flatMap(({ id, reasons }) => {
    const reply = replies.find((one) => one.id === id);
    return reply === undefined ? [] : [{ reply, reasons }];
  });
  if (shown.length === 0) return null;
  return (
    <ul className="suggested-replies" aria-label={words.replies.suggested}>
      {shown.map(({ reply, reasons }) => {
        const picked = filled(reply);
        return (
          <li key={reply.id}>
            <button
              type="button"
              className="suggested-reply"
              title={`${picked.text}\n\n${reasons.map((one) => words.replies.reason[one]).join(' · ')}`}
              onClick={() => onPick(picked)}
            >
              {reply.title[mine]}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
