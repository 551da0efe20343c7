import { expect } from 'chai';
import { quantile, spread } from '../../../bench/measure/quantiles.ts';

describe('figures of repeated rounds', () => {
  it('have the middle one, or the mean of the two in the middle, and the lowest and highest', () => {
    expect(spread([3, 1, 2])).to.deep.equal({ median: 2, min: 1, max: 3 });
    expect(spread([4, 1, 2, 3])).to.deep.equal({ median: 2.5, min: 1, max: 4 });
    expect(spread([7])).to.deep.equal({ median: 7, min: 7, max: 7 });
  });

  it('have quantiles by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(values, 0.5)).to.equal(50);
    expect(quantile(values, 0.99)).to.equal(99);
    expect(quantile(values, 1)).to.equal(100);
    expect(quantile([], 0.5)).to.be.NaN;
  });
});
