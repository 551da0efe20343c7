import type { Position } from '../../domain/places/position.ts';
import type { Words } from '../../domain/utility-profile.ts';

/** A town or village of the gazetteer. */
export interface Area {
  /** Nine digits for a town, twelve for a village. */
  readonly code: string;
  readonly level: 'town' | 'village';
  readonly name: Words;
  /** 1 where the name itself was said, less where it only sounds or looks like it. */
  readonly score: number;
}

/** What is known of areas by name and by position. */
export interface Areas {
  /** The areas that words name, best first. A town only where none of its villages is named. */
  find(words: string): readonly Area[];
  /** The middle of an area; null where nobody is supplied in it. */
  centreOf(code: string): Position | null;
  /** The village around a position; null where it lies outside what is supplied. */
  around(position: Position): Area | null;
}

/** From this score on a name in the middle of other words is taken for the place. */
const CERTAIN = 0.95;
/** The same for the answer to the question where: a name misspelt, or written as it sounds. */
const LIKELY = 0.7;

/** The area that a message names for certain. */
export function certainArea(areas: readonly Area[]): Area | null {
  return areas.find(({ score }) => score >= CERTAIN) ?? null;
}

/** The area that an answer to "where?" most likely names. */
export function likelyArea(areas: readonly Area[]): Area | null {
  return areas.find(({ score }) => score >= LIKELY) ?? null;
}
