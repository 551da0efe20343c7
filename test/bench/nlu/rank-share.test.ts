import { expect } from 'chai';
import { rankShare } from '../../../bench/nlu/rank-share.ts';

describe('rank-share: the area under the ROC curve', () => {
  it('is 1 where all inside score above all outside, and 0 the other way round', () => {
    expect(rankShare([0.8, 0.9], [0.1, 0.2, 0.3])).to.equal(1);
    expect(rankShare([0.1], [0.5, 0.6])).to.equal(0);
  });

  it('counts ties half', () => {
    expect(rankShare([0.5, 0.5], [0.5])).to.equal(0.5);
    expect(rankShare([0.5, 0.9], [0.5, 0.1])).to.equal((0.5 + 1 + 1 + 1) / 4);
  });
});
