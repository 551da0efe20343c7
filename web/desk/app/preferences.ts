import { type Cell, createCell } from '../live/cell.ts';
import type { MarkKeeper } from '../live/read-marks.ts';

export type DeskLanguage = 'zh-Hans' | 'en';
export type Appearance = 'system' | 'light' | 'dark';

/** What an agent sets for themselves; kept by the browser. */
export interface Preferences {
  readonly language: Cell<DeskLanguage>;
  readonly appearance: Cell<Appearance>;
  /** Whether alerts are heard. */
  readonly sound: Cell<boolean>;
  /** Whether alerts are shown outside the desk's window; the browser must allow it too. */
  readonly notifications: Cell<boolean>;
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
const SOUND = 'switchboard.desk.sound';
const NOTIFICATIONS = 'switchboard.desk.notifications';

export function createPreferences({ keeper, languages, darkSystem }: PreferenceSources): Preferences {
  const keptLanguage = keeper.getItem(LANGUAGE);
  const keptAppearance = keeper.getItem(APPEARANCE);
  const language = createCell<DeskLanguage>(isLanguage(keptLanguage) ? keptLanguage : preferredLanguage(languages));
  const appearance = createCell<Appearance>(isAppearance(keptAppearance) ? keptAppearance : 'system');
  const dark = createCell(darkSystem.matches);
  language.subscribe(() => keeper.setItem(LANGUAGE, language.get()));
  appearance.subscribe(() => keeper.setItem(APPEARANCE, appearance.get()));
  darkSystem.addEventListener('change', (event) => dark.set(event.matches));
  return {
    language,
    appearance,
    sound: keptSwitch(keeper, SOUND, true),
    notifications: keptSwitch(keeper, NOTIFICATIONS, false),
    darkSystem: dark,
  };
}

function keptSwitch(keeper: MarkKeeper, name: string, first: boolean): Cell<boolean> {
  const kept = keeper.getItem(name);
  const cell = createCell(kept === null ? first : kept === 'on');
  cell.subscribe(() => keeper.setItem(name, cell.get() ? 'on' : 'off'));
  return cell;
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
