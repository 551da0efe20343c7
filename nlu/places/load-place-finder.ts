import { createNormaliser } from '../normalise/create-normaliser.ts';
import { loadPinyin } from '../normalise/pinyin.ts';
import { createPlaceFinder, type PlaceFinder } from './create-place-finder.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';

/** The place finder of a gazetteer, with all it needs read from the project's own files. */
export function loadPlaceFinder(gazetteer: Gazetteer = loadGazetteer()): PlaceFinder {
  return createPlaceFinder({ gazetteer, normalise: createNormaliser(), syllableOf: loadPinyin() });
}
