/** The language a BCP 47 tag stands for, as conversations name it; null where it is none of ours. */
export function conversationLanguage(tag: string | null | undefined): 'zh-Hans' | 'zh-Hant' | 'yue' | 'en' | null {
  const [language = '', ...rest] = (tag ?? '').toLowerCase().split(/[-_]/);
  if (language === 'en' || language === 'yue') return language;
  if (language !== 'zh') return null;
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}
