import { expect } from 'chai';
import { assert, property, string } from 'fast-check';
import type { PlaceFinder } from '../../../nlu/places/create-place-finder.ts';
import { loadPlaceFinder } from '../../../nlu/places/load-place-finder.ts';

describe('finding places', () => {
  let places: PlaceFinder;
  before(() => {
    places = loadPlaceFinder();
  });
  const first = (words: string): string | undefined => places.findPlaces(words)[0]?.name;

  const cases: readonly [string, string][] = [
    ['寮步', '寮步镇'],
    ['寮步鎮', '寮步镇'],
    ['我在厚街镇附近，哪里可以交电费', '厚街镇'],
    ['Liaobu', '寮步镇'],
    ['where can I pay in Houjie?', '厚街镇'],
    ["Chang'an", '长安镇'],
    ['near Songshan Lake', '松山湖'],
    ['Liabu town', '寮步镇'],
    ['廖步', '寮步镇'],
    ['道窖', '道滘镇'],
    ['樟木投', '樟木头镇'],
    ['东莞', '东莞市'],
  ];
  for (const [words, name] of cases) {
    it(`finds ${name} in "${words}"`, () => {
      expect(first(words)).to.equal(name);
    });
  }

  it('prefers the village of the town that is named', () => {
    const found = places.findPlaces('塘厦石鼓').map((match) => [match.level, match.code.slice(0, 9)]);
    const town = found.find(([level]) => level === 'town')?.[1];
    expect(found.filter(([level]) => level === 'village')).to.deep.equal([['village', town]]);
  });

  it('trusts a name more than what only sounds like it', () => {
    const exact = places.findPlaces('寮步')[0]?.score ?? 0;
    const alike = places.findPlaces('廖步')[0]?.score ?? 1;
    expect(exact).to.be.greaterThan(alike);
  });

  it('finds nothing where no place is named', () => {
    expect(places.findPlaces('我想交电费')).to.deep.equal([]);
    expect(places.findPlaces('')).to.deep.equal([]);
  });

  it('gives spans that name what they stand on, without overlap, for any string', () => {
    assert(
      property(
        string({ unit: 'grapheme', maxLength: 40 }),
        string({ unit: 'grapheme', maxLength: 20 }),
        (before, after) => {
          const text = `${before}寮步${after}`;
          for (const { start, end } of places.spansIn(text))
            expect(text.slice(start, end)).to.have.length.greaterThan(1);
          places.findPlaces(text);
        },
      ),
    );
  });
});
