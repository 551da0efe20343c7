import type { ServiceWords } from '../../../strings/desk/service/zh-hans.ts';
import type { FollowUpItem } from '../../protocol/desk/rating.ts';
import { codeWord } from '../words/code-words.ts';

/** A step of a follow-up in words. */
export function eventText(
  words: ServiceWords['ratings'],
  { type, data, names }: FollowUpItem['history'][number],
): string {
  const { events } = words;
  const textOf = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
  const person = () => names[textOf('to')] ?? textOf('to');
  switch (type) {
    case 'opened':
      return events.opened;
    case 'responsible':
      return events.responsible(person());
    case 'in_hand':
      return events.in_hand(person());
    case 'closed':
      return events.closed(codeWord(words.outcomes, textOf('outcome')), textOf('note'));
    default:
      return codeWord({}, type);
  }
}
