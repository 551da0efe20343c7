import type { TicketClock } from '../../protocol/desk/ticket.ts';
import { useNow } from '../app/clock-context.tsx';
import { useWording } from '../words/words-context.tsx';
import { clockView } from './clock-view.ts';

interface TicketClockMarkProps {
  readonly clock: TicketClock;
  /** With the clock's name, where it does not stand beside it. */
  readonly named?: boolean;
}

/** How one clock of a ticket stands, moving on; its colour tells before it is over. */
export function TicketClockMark({ clock, named = false }: TicketClockMarkProps) {
  const { words, format } = useWording();
  const { level, text } = clockView(words, clock, useNow());
  const name = words.tickets.clock[clock.name];
  return (
    <span className={`wait wait-${level}`} title={`${name}: ${words.tickets.clockDue(format.moment(clock.dueAt))}`}>
      {named ? words.common.labelled(name, text) : text}
    </span>
  );
}
