import { expect } from 'chai';
import { estimateTravel } from '../../../domain/places/travel-time.ts';

describe('estimated minutes', () => {
  it('are a good quarter of an hour on foot and a few minutes by car for a kilometre', () => {
    expect(estimateTravel(1000)).to.deep.equal({ walking: 17, driving: 7 });
  });

  it('are never nothing', () => {
    expect(estimateTravel(0)).to.deep.equal({ walking: 1, driving: 3 });
  });
});
