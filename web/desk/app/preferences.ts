import { type Cell, createCell } from '../live/cell.ts';
import type { MarkKeeper } from '../live/read-marks.ts';

export type DeskLanguage = 'zh-Hans' | 'en';
export type Appearance = 'system' | 'light' | 'dark';

/** What an agent sets for themselves; kept by the browser. */
export interface Preferences {
  readonly language: Cell<DeskLanguage>;
  readonly appearance: Cell<Appearance>;
  /** What the system prefers just now. */
  readonly darkSystem: Cell<boolean>;
}

export interface PreferenceSources {
  readonly keeper: MarkKeeper;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
  readonly darkSystem: {
    readonly matches: boolean;
    addEventListener(type: 'change', listener: (event: { matches: boolean }) => void): void;
  };
}

const LANGUAGE = 'switchboard.desk.language';
const APPEARANCE = 'switchboard.desk.appearance';

export function createPreferences({ keeper, languages, darkSystem }: PreferenceSources): Preferences {
  const keptLanguage = keeper.getItem(LANGUAGE);
  const keptAppearance = keeper.getItem(APPEARANCE);
  const language = createCell<DeskLanguage>(isLanguage(keptLanguage) ? keptLanguage : preferredLanguage(languages));
  const appearance = createCell<Appearance>(isAppearance(keptAppearance) ? keptAppearance : 'system');
  const dark = createCell(darkSystem.matches);
  language.subscribe(() => keeper.setItem(LANGUAGE, language.get()));
  appearance.subscribe(() => keeper.setItem(APPEARANCE, appearance.get()));
  darkSystem.addEventListener('change', (event) => dark.set(event.matches));
  return { language, appearance, darkSystem: dark };
}

/** Chinese unless the browser plainly prefers English: that is where the desk stands. */
export function preferredLanguage(languages: readonly string[]): DeskLanguage {
  const known = languages.find((tag) => /^(zh|yue|en)\b/i.test(tag));
  return known !== undefined && /^en\b/i.test(known) ? 'en' : 'zh-Hans';
}

export function isDark(appearance: Appearance, darkSystem: boolean): boolean {
  return appearance === 'system' ? darkSystem : appearance === 'dark';
}

function isLanguage(value: string | null): value is DeskLanguage {
  return value === 'zh-Hans' || value === 'en';
}

function isAppearance(value: string | null): value is Appearance {
  return value === 'system' || value === 'light' || value === 'dark';
}
