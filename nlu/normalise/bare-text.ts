import type { NormalText } from './normal-text.ts';

/** What two messages have in common that say the same: letters and digits only, in simplified characters and small letters. */
export function bareText({ text }: Pick<NormalText, 'text'>): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
