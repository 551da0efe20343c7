import { createNormaliser } from '../../../nlu/normalise/create-normaliser.ts';
import { loadPinyin } from '../../../nlu/normalise/pinyin.ts';
import { type Gazetteer, loadGazetteer } from '../../../nlu/places/gazetteer.ts';
import { loadPlaceFinder } from '../../../nlu/places/load-place-finder.ts';
import { AddressReader } from './address-reader.ts';

/** The reader of addresses in the gazetteer's area, with all it needs read from the project's own files. */
export function openAddressReader(): AddressReader {
  const gazetteer = asWritten(loadGazetteer());
  return new AddressReader({
    finder: loadPlaceFinder(gazetteer),
    gazetteer,
    normalise: createNormaliser(),
    syllableOf: loadPinyin(),
  });
}

/** Villages as addresses have them: 西溪村 for 西溪村村民委员会, so that 西溪 alone names it too. */
function asWritten(gazetteer: Gazetteer): Gazetteer {
  return {
    ...gazetteer,
    towns: gazetteer.towns.map((town) => ({
      ...town,
      villages: town.villages.map((village) => ({
        ...village,
        name: village.name.replace(/(?<=.村)村民委员会$/u, '').replace(/(?<=.社区)居民委员会$/u, ''),
      })),
    })),
  };
}
