import type { Cell } from '../live/cell.ts';

/** Texts begun and not saved, by answer. */
export type AnswerDrafts = Cell<ReadonlyMap<string, string>>;
