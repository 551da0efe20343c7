import { expect } from 'chai';
import { beginningOf, insideOf, OUTSIDE, TAGS } from '../../../nlu/slots/tagger.ts';
import { type Chain, ChainLearner } from '../../../nlu/train/chain-learner.ts';

const [AT, NAME, REST, OTHER] = [0, 1, 2, 3];
const chain = (columns: readonly number[], tags: readonly number[]): Chain => ({
  units: columns.map((column) => Int32Array.of(column)),
  tags: Int32Array.from(tags),
});
const PLACE = chain([AT, NAME, REST], [OUTSIDE, beginningOf(0), insideOf(0)]);
const NOTHING = chain([OTHER, OTHER], [OUTSIDE, OUTSIDE]);

function learnt(times: number): ChainLearner['weights'] {
  const learner = new ChainLearner(4);
  for (let time = 0; time < times; time += 1) {
    learner.learn(PLACE);
    learner.learn(NOTHING);
  }
  return learner.weights;
}

/** The probability of a tagging by adding up all taggings, one by one. */
function probabilityOf({ units, tags }: Chain, weights: ChainLearner['weights']): number {
  const all = (unit: number, from: number): number => {
    const columns = units[unit];
    if (columns === undefined) return 1;
    let sum = 0;
    for (let to = 0; to < TAGS; to += 1) if (follows(from, to)) sum += power(columns, from, to) * all(unit + 1, to);
    return sum;
  };
  const follows = (from: number, to: number): boolean =>
    to === OUTSIDE || to % 2 === 1 || from === to || (from === to - 1 && from !== OUTSIDE);
  const power = (columns: Int32Array, from: number, to: number): number => {
    const emission = columns.reduce((sum, column) => sum + (weights.emissions[column * TAGS + to] ?? 0), 0);
    return Math.exp(emission + (weights.transitions[from * TAGS + to] ?? 0));
  };
  let own = 1;
  let from = TAGS;
  units.forEach((columns, unit) => {
    own *= power(columns, from, tags[unit] ?? OUTSIDE);
    from = tags[unit] ?? OUTSIDE;
  });
  return own / all(0, TAGS);
}

describe('learning the tags of a chain', () => {
  it('makes the true taggings more probable with each pass', () => {
    const probabilities = [0, 1, 10, 1000].map((times) => probabilityOf(PLACE, learnt(times)));
    expect(probabilities).to.deep.equal([...probabilities].sort((left, right) => left - right));
    expect(probabilities.at(-1)).to.be.above(0.8);
  });

  it('tells apart units that carry the same feature by what stands before them', () => {
    const learner = new ChainLearner(2);
    const after = chain([0, 1, 1], [beginningOf(1), insideOf(1), insideOf(1)]);
    const alone = chain([1, 1], [OUTSIDE, OUTSIDE]);
    for (let time = 0; time < 1000; time += 1) for (const each of [after, alone]) learner.learn(each);
    expect(probabilityOf(after, learner.weights)).to.be.above(0.8);
    expect(probabilityOf(alone, learner.weights)).to.be.above(0.8);
  });

  it('stops where the true tagging is as good as certain', () => {
    const learner = new ChainLearner(4);
    for (let time = 0; time < 10_000; time += 1) learner.learn(PLACE);
    const before = learner.weights.emissions.slice();
    expect(probabilityOf(PLACE, learner.weights)).to.be.at.least(0.99);
    learner.learn(PLACE);
    expect(learner.weights.emissions).to.deep.equal(before);
  });

  it('leaves a message without units alone', () => {
    const learner = new ChainLearner(4);
    learner.learn(chain([], []));
    expect(learner.weights.emissions.every((weight) => weight === 0)).to.equal(true);
  });
});
