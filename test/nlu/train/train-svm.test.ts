import { expect } from 'chai';
import { seededRandom } from '../../../nlu/train/seeded-random.ts';
import { marginOf, trainSvm } from '../../../nlu/train/train-svm.ts';

describe('the support vector machine', () => {
  const random = seededRandom(7);
  const rows = Array.from({ length: 200 }, () => ({
    columns: Int32Array.of(0, 1, 2),
    values: Float32Array.of(random() * 2 - 1, random() * 2 - 1, random() * 2 - 1),
  }));
  const signs = Int8Array.from(rows, ({ values }) => ((values[0] ?? 0) - 2 * (values[1] ?? 0) > 0.1 ? 1 : -1));
  const task = { rows, signs, columns: 3, cost: 100, positiveCost: 1, seed: 1 };

  it('separates what a plane separates', () => {
    const plane = trainSvm(task);
    const right = rows.filter((row, at) => Math.sign(marginOf(plane, row)) === signs[at]).length;
    expect(right).to.be.at.least(195);
  });

  it('gives the same plane for the same seed', () => {
    expect(trainSvm(task)).to.deep.equal(trainSvm(task));
  });

  it('leans towards the positives where a miss is dearer', () => {
    const missesOf = (positiveCost: number): number => {
      const plane = trainSvm({ ...task, cost: 0.05, positiveCost });
      return rows.filter((row, at) => signs[at] === 1 && marginOf(plane, row) < 0).length;
    };
    expect(missesOf(20)).to.be.lessThan(missesOf(0.2));
  });
});
