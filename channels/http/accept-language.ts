export type WordsLanguage = 'zh-Hans' | 'en';

/** The language for words to a caller, by Accept-Language: Chinese unless English is preferred. */
export function acceptLanguage(header: string | undefined): WordsLanguage {
  if (!header) return 'zh-Hans';
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map(weighed)
    .filter(({ tag }) => /^(zh|yue|en)\b/.test(tag))
    .sort((a, b) => b.weight - a.weight)[0];
  return wanted?.tag.startsWith('en') ? 'en' : 'zh-Hans';
}

function weighed(part: string): { tag: string; weight: number } {
  const [tag = '', quality = ''] = part.trim().toLowerCase().split(';');
  const weight = Number(quality.trim().replace(/^q=/, '') || 1);
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
}
