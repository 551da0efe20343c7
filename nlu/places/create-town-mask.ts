import { createNormaliser } from '../normalise/create-normaliser.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';

/** Puts a blank name of the same length in the place of each town's name. */
export type MaskTowns = (text: string) => string;

const KIND_OF_TOWN = /(?:镇|街道|乡)$/u;
const SHORTEST = 2;

/**
 * What is said of a place matters to the classifier, not which place it is: else a town of which a hospital was told
 * once would make an outage there look like a hospital's. Reads normalised texts.
 */
export function createTownMask(gazetteer: Gazetteer = loadGazetteer()): MaskTowns {
  const normalise = createNormaliser();
  const names = gazetteer.towns.flatMap(({ name, latin }) => [name.replace(KIND_OF_TOWN, ''), ...latin]);
  const written = [...new Set(names.map((name) => normalise(name).text))].filter((name) => name.length >= SHORTEST);
  // The longer first: a name may begin with another.
  written.sort((left, right) => right.length - left.length);
  const chinese = written.filter((name) => !isLatin(name));
  const latin = written.filter(isLatin);
  const pattern = new RegExp(`${chinese.join('|')}|\\b(?:${latin.join('|')})\\b`, 'gu');
  return (text) => text.replace(pattern, (name) => (isLatin(name) ? 'q' : '某').repeat(name.length));
}

function isLatin(name: string): boolean {
  return /^[a-z]/.test(name);
}
