import { expect } from 'chai';
import fc from 'fast-check';
import { localTime, momentOf } from '../../../../../web/desk/dispatch/moves/local-time.ts';

describe('a moment in a field', () => {
  it('comes back to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }), (at) => {
        const back = momentOf(localTime(at)) ?? 0;
        // An hour that the clocks go through twice is the one ambiguity.
        expect((at - back) % 3_600_000).to.be.within(0, 59_999);
      }),
    );
  });

  it('is none while the field is not filled in', () => {
    expect(momentOf('')).to.equal(null);
    expect(momentOf('2026-11-')).to.equal(null);
  });
});
