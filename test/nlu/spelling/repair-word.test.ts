import { expect } from 'chai';
import { createWordRepair } from '../../../nlu/spelling/repair-word.ts';

describe('slips of the keyboard', () => {
  const repair = createWordRepair();
  const slips: readonly [string, string][] = [
    ['saprks', 'sparks'],
    ['smok', 'smoke'],
    ['shokc', 'shock'],
    ['buring', 'burning'],
    ['transfomer', 'transformer'],
    ['electrisity', 'electricity'],
    ['neigbour', 'neighbour'],
  ];
  for (const [slip, word] of slips) {
    it(`takes "${slip}" for "${word}"`, () => {
      expect(repair(slip)).to.equal(word);
    });
  }

  for (const word of ['parks', 'fire', 'stock', 'shook', 'reading', 'flower', 'planned', 'switched', 'leaning']) {
    it(`leaves "${word}" alone`, () => {
      expect(repair(word)).to.equal(undefined);
    });
  }
});
