import { en } from './en.ts';
import type { WidgetStrings } from './widget-strings.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** The languages the widget speaks, in the order of its menu, with their words. */
export const WIDGET_STRINGS = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en } as const satisfies Record<
  string,
  WidgetStrings
>;
export type WidgetLanguage = keyof typeof WIDGET_STRINGS;
export const WIDGET_LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const satisfies readonly WidgetLanguage[];

/** The widget's language nearest to a BCP 47 tag such as `zh-TW`, `yue` or `en-GB`; undefined where none is near. */
export function nearestWidgetLanguage(tag: string): WidgetLanguage | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language === 'en') return 'en';
  if (language === 'yue') return rest.includes('hans') || rest.includes('cn') ? 'zh-Hans' : 'zh-Hant';
  if (language !== 'zh') return undefined;
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}
