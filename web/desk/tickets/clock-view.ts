import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { TicketClock } from '../../protocol/desk/ticket.ts';
import { spanText } from '../words/time-words.ts';

export interface ClockView {
  /** In the words of a wait: in time, nearly over, over. */
  readonly level: 'calm' | 'soon' | 'over';
  readonly text: string;
}

/** How a ticket's clock stands: what is left, by how much it is over, or how it ended. */
export function clockView(words: DeskWords, { warnAt, dueAt, stoppedAt, done }: TicketClock, now: number): ClockView {
  const { tickets } = words;
  if (stoppedAt !== null) {
    if (stoppedAt >= dueAt) return { level: 'over', text: tickets.clockMissed };
    return { level: 'calm', text: done ? tickets.clockKept : tickets.clockMoot };
  }
  if (now >= dueAt) return { level: 'over', text: tickets.clockOver(spanText(words, now - dueAt)) };
  return { level: now >= warnAt ? 'soon' : 'calm', text: tickets.clockLeft(spanText(words, dueAt - now)) };
}
