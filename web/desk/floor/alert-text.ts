import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { FloorAlert } from '../../protocol/desk/floor.ts';
import { codeWord } from '../words/code-words.ts';
import { spanText } from '../words/time-words.ts';

/** What has been crossed: "too many are waiting: billing". */
export function alertTitle({ floor, codes }: DeskWords, { kind, skill }: Pick<FloorAlert, 'kind' | 'skill'>): string {
  const what = floor.alert[kind];
  return skill === null ? what : floor.alertAbout(what, codeWord(codes.skill, skill));
}

/** A measured value in its unit. */
export function alertValue(words: DeskWords, kind: FloorAlert['kind'], value: number): string {
  switch (kind) {
    case 'oldest_wait':
    case 'unanswered_danger':
      return spanText(words, value * 1_000);
    case 'expected_wait':
      return spanText(words, value * 60_000);
    case 'occupancy':
      return words.floor.percent(value);
    case 'tickets_breached':
      return words.floor.pieces(value);
    case 'queue_length':
    case 'agents_gone':
      return words.floor.people(value);
  }
}
