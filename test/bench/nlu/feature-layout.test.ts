import { expect } from 'chai';
import { CHARACTERS_FIRST, createReader, PLAIN, WORDS_APART } from '../../../bench/nlu/feature-layout.ts';

describe('what the benchmark counts of a message', () => {
  const shared = (left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): number =>
    [...left.keys()].filter((key) => right.has(key)).length;

  it('gives each layout a least number and a weight for every group', () => {
    for (const layout of [PLAIN, WORDS_APART, CHARACTERS_FIRST]) {
      const groups = createReader(layout)('my card, 我的卡');
      expect(layout.leastMessages).to.have.length(groups.length);
      expect(layout.weights).to.have.length(groups.length);
    }
  });

  it('counts single words and their company alike in any order, neighbours not', () => {
    const read = createReader(WORDS_APART);
    const [singles, neighbours, , company] = read('card lost abroad');
    const [turned, turnedNeighbours, , turnedCompany] = read('abroad lost card');
    expect(turned).to.deep.equal(singles);
    expect(turnedCompany).to.deep.equal(company);
    expect(company?.size).to.equal(3);
    expect(turnedNeighbours).to.not.deep.equal(neighbours);
  });

  it('holds between singles and neighbours all that the product counts of words', () => {
    const [words] = createReader(PLAIN)('my card has not arrived');
    const [singles, neighbours] = createReader(WORDS_APART)('my card has not arrived');
    expect(new Map([...(singles ?? []), ...(neighbours ?? [])])).to.deep.equal(words);
  });

  it('tells digits and the beginning apart in runs of Chinese', () => {
    const read = createReader(CHARACTERS_FIRST);
    const runs = (text: string) => read(text)[2] ?? new Map<number, number>();
    expect(shared(runs('1台'), runs('2台'))).to.equal(3);
    expect(shared(runs('来一首'), runs('再来一首'))).to.be.lessThan(runs('来一首').size);
    expect(shared(runs('来，一首'), runs('来一首'))).to.be.greaterThan(0);
  });

  it('stays bounded on a message without end', () => {
    const [, , , company] = createReader(WORDS_APART)(Array.from({ length: 900 }, (_, at) => `word${at}`).join(' '));
    expect(company?.size).to.be.at.most((40 * 39) / 2);
  });
});
