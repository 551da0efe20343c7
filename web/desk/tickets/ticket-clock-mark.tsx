import type { TicketClock } from '../../protocol/desk/ticket.ts';
import { useNow } from '../app/clock-context.tsx';
import { useWording } from '../words/words-context.tsx';
import { clockView } from './clock-view.ts';

/** How one clock of a ticket stands, moving on; its colour tells before it is over. */
export function TicketClockMark({ clock }: { clock: TicketClock }) {
  const { words, format } = useWording();
  const { level, text } = clockView(words, clock, useNow());
  const name = words.tickets.clock[clock.name];
  return (
    <span className={`wait wait-${level}`} title={`${name}: ${words.tickets.clockDue(format.moment(clock.dueAt))}`}>
      {text}
    </span>
  );
}
