import type { CallWindow } from '../../domain/desk/callback-windows.ts';
import { addDays, localTimeOf } from '../../domain/local-time.ts';
import type { Turn } from '../turn.ts';

type Speaking = Pick<Turn, 'words' | 'services' | 'now'>;

/** "tomorrow, 10:00–12:00" in the customer's language. */
export function windowWords(turn: Speaking, { from, until }: CallWindow): string {
  return turn.words.person.callback.span(dayOf(turn, from), clockOf(turn, from), clockOf(turn, until));
}

/** "tomorrow 08:30" in the customer's language. */
export function momentWords(turn: Speaking, at: number): string {
  return `${dayOf(turn, at)} ${clockOf(turn, at)}`;
}

function dayOf({ words, services, now }: Speaking, at: number): string {
  const { timeZone } = services.profile;
  const today = localTimeOf(now, timeZone).date;
  const { date } = localTimeOf(at, timeZone);
  if (date === today) return words.common.today;
  return date === addDays(today, 1) ? words.common.tomorrow : words.common.date(date);
}

function clockOf({ services }: Speaking, at: number): string {
  const { minute } = localTimeOf(at, services.profile.timeZone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
