import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import { codeWord } from '../words/code-words.ts';
import type { Alert } from './alert.ts';

/** An alert in words: what calls, and of what kind its matter is. */
export function alertWords(words: DeskWords, { kind, matter }: Alert): { title: string; body: string } {
  const { severity, skill } = matter;
  const parts = [severity, skill === null ? null : codeWord(words.codes.skill, skill)];
  return { title: words.alerts[kind], body: parts.filter((part) => part !== null).join(' · ') };
}
