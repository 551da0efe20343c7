import { localTimeOf } from '../../domain/local-time.ts';
import type { Turn } from '../turn.ts';

/** Says that what follows is not of now, and of when it is; nothing where it is of now. */
export async function sayAge(turn: Turn, keptAt: number | null): Promise<void> {
  if (keptAt !== null) await turn.say({ text: turn.words.money.system.asOf(momentInWords(turn, keptAt)) });
}

/** "10:32" of today; of another day with its date. */
export function momentInWords({ words, services, now }: Pick<Turn, 'words' | 'services' | 'now'>, at: number): string {
  const { timeZone } = services.profile;
  const { date, minute } = localTimeOf(at, timeZone);
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return date === localTimeOf(now, timeZone).date ? time : `${words.common.date(date)} ${time}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
