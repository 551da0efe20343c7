import { readFileSync } from 'node:fs';

/** The syllable (without tone) a common character is read with; undefined for others. */
export type SyllableOf = (sign: string) => string | undefined;

export function loadPinyin(file: URL = new URL('./pinyin.txt', import.meta.url)): SyllableOf {
  const syllables = new Map<string, string>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [syllable = '', signs = ''] = line.split(' ');
    for (const sign of signs) syllables.set(sign, syllable);
  }
  return (sign) => syllables.get(sign);
}

/** Sounds that southern speakers and hasty typists do not keep apart fall together: zh/z, ch/c, sh/s, n/l, -ng/-n. */
export function looseSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/ng$/, 'n')
    .replace(/^hu(?=[aio])/, 'f');
}
