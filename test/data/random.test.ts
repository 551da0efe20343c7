import { expect } from 'chai';
import { createRandom } from '../../data/demo/random.ts';

describe('seeded draws', () => {
  it('are the same for the same seed, and others for another', () => {
    const draws = (seed: number) => Array.from({ length: 5 }, createRandom(seed).unit);
    expect(draws(1)).to.deep.equal(draws(1));
    expect(draws(1)).not.to.deep.equal(draws(2));
  });

  it('stay within their bounds, reach both ends and spread evenly', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 40_000; index += 1) {
      const value = random.whole(2, 5) - 2;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts.length).to.equal(4);
    for (const count of counts) expect(count).to.be.within(9_600, 10_400);
  });

  it('are normal with mean 0 and deviation 1', () => {
    const random = createRandom(4);
    const values = Array.from({ length: 40_000 }, random.normal);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).to.be.closeTo(0, 0.03);
    expect(variance).to.be.closeTo(1, 0.05);
  });

  it('branch without touching the trunk', () => {
    const plain = createRandom(5);
    const branched = createRandom(5);
    const branch = branched.branch('bills');
    branch.unit();
    expect(branched.unit()).to.equal(plain.unit());
    expect(createRandom(5).branch('bills').unit()).not.to.equal(createRandom(5).branch('points').unit());
  });
});
