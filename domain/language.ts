/** The languages a customer may write in (BCP 47 tags of taxonomy.json): Mandarin simplified, Mandarin traditional, Cantonese, English. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'yue', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages Switchboard answers in. Cantonese is answered in traditional characters, as it is read in Hong Kong and Macau. */
export const REPLY_LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];

export function replyLanguageOf(language: Language): ReplyLanguage {
  return language === 'yue' ? 'zh-Hant' : language;
}
