import { expect } from 'chai';
import { chineseNumber } from '../../../nlu/normalise/chinese-number.ts';
import { englishNumber, spokenDigits } from '../../../nlu/normalise/english-number.ts';

describe('Chinese numbers', () => {
  const cases: readonly [string, number][] = [
    ['十二', 12],
    ['八十', 80],
    ['三百零五', 305],
    ['二零六', 206],
    ['两千三', 2300],
    ['一万二', 12_000],
    ['一千零八十', 1080],
    ['百五', 150],
    ['两万五千三', 25_300],
    ['壹佰贰拾', 120],
  ];
  for (const [words, value] of cases) {
    it(`reads ${words} as ${value}`, () => {
      expect(chineseNumber(words)).to.equal(value);
    });
  }

  it('gives null for what is no number', () => {
    expect(chineseNumber('电费')).to.equal(null);
    expect(chineseNumber('')).to.equal(null);
  });
});

describe('English numbers', () => {
  it('reads sums in words', () => {
    expect(englishNumber('four hundred and twelve'.split(' '))).to.equal(412);
    expect(englishNumber('two grand'.split(' '))).to.equal(2000);
    expect(englishNumber('one thousand two hundred'.split(' '))).to.equal(1200);
  });

  it('gives null for what is no number', () => {
    expect(englishNumber(['lamp'])).to.equal(null);
  });

  it('reads digits spoken one by one, doubles included', () => {
    expect(spokenDigits('oh two oh six double five'.split(' '))).to.equal('020655');
  });
});
