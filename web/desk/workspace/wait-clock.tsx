import { useNow } from '../app/clock-context.tsx';
import { clockText } from '../words/time-words.ts';
import { useWords } from '../words/words-context.tsx';
import type { Severity } from './severity.ts';
import { waitLevel } from './wait-level.ts';

const LEVEL_WORD = { calm: 'waitCalm', soon: 'waitSoon', over: 'waitOver' } as const;

/** How long somebody has been waiting, counting up; its colour tells before it is too long. */
export function WaitClock({ since, severity }: { since: number; severity: Severity | null }) {
  const words = useWords();
  const waited = useNow() - since;
  const level = waitLevel(severity, waited);
  return (
    <span className={`wait wait-${level}`} title={words.time[LEVEL_WORD[level]]} role="timer">
      {clockText(words, waited)}
    </span>
  );
}
