import { expect } from 'chai';
import { chooseMixture, type LabelledViews, mixedGuess, type Views } from '../../../bench/nlu/mixture.ts';

describe('machines and networks in one guess', () => {
  const labels = ['lost', 'found'];
  const views = (margins: readonly number[], networks: readonly number[]): Views => ({
    margins: Float32Array.from(margins),
    networks,
  });
  const torn = views([1, -1], [0.1, 0.9]);

  it('follows the machines, the networks, or whichever is surer', () => {
    const mixture = { slope: 1, share: 0, marginShare: 0 };
    expect(mixedGuess(torn, labels, mixture).label).to.equal('lost');
    expect(mixedGuess(torn, labels, { ...mixture, share: 1 }).label).to.equal('found');
    expect(mixedGuess(torn, labels, { ...mixture, share: 0.5 }).label).to.equal('found');
  });

  it('leaves the networks out where there are none', () => {
    const guess = mixedGuess(views([0, 0], []), labels, { slope: 1, share: 1, marginShare: 0 });
    expect(guess).to.deep.equal({ label: 'lost', confidence: 0.5 });
  });

  it('is chosen for what was right on messages held out', () => {
    const heard: LabelledViews[] = [
      { label: 'found', views: torn },
      { label: 'lost', views: views([-1, 1], [0.8, 0.2]) },
    ];
    const unheard = heard.map(({ label, views: seen }) => ({
      label: label === 'lost' ? 'found' : 'lost',
      views: seen,
    }));
    for (const valid of [heard, unheard]) {
      const mixture = chooseMixture(valid, [], labels);
      for (const { label, views: seen } of valid) expect(mixedGuess(seen, labels, mixture).label).to.equal(label);
    }
  });

  it('counts the margin where it keeps strangers apart better than the probability', () => {
    const inside = [{ label: 'lost', views: views([3, -1], [0.6, 0.4]) }];
    const strangers = [views([-1, -5], [0.6, 0.4])];
    expect(chooseMixture(inside, strangers, labels).marginShare).to.be.greaterThan(0);
  });
});
