import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { en } from '../../../strings/desk/en.ts';
import { type DeskWords, zhHans } from '../../../strings/desk/zh-hans.ts';
import type { DeskLanguage } from '../app/preferences.ts';

interface Wording {
  readonly words: DeskWords;
  readonly language: DeskLanguage;
  readonly format: Formats;
}

/** Times as the reader writes them, in the browser's zone. */
export interface Formats {
  readonly time: (at: number) => string;
  readonly day: (at: number) => string;
  readonly moment: (at: number) => string;
}

const WordsContext = createContext<Wording | null>(null);

export function WordsProvider({ language, children }: { language: DeskLanguage; children: ReactNode }) {
  const value = useMemo(
    () => ({ words: language === 'en' ? en : zhHans, language, format: formatsOf(language) }),
    [language],
  );
  return <WordsContext value={value}>{children}</WordsContext>;
}

export function useWording(): Wording {
  const wording = useContext(WordsContext);
  if (wording === null) throw new Error('no words above this component');
  return wording;
}

export function useWords(): DeskWords {
  return useWording().words;
}

function formatsOf(language: DeskLanguage): Formats {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'short' });
  const moment = new Intl.DateTimeFormat(locale, {
    month: language === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
  };
}
