import { expect } from 'chai';
import fc from 'fast-check';
import { backoff } from '../../../../web/widget/connection/backoff.ts';

describe('the wait between tries', () => {
  it('doubles from one second to thirty', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 50].map((failures) => backoff(failures, 1))).to.deep.equal([
      1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000,
    ]);
  });

  it('is shaken between half and whole', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const whole = backoff(failures, 1);
        expect(backoff(failures, random)).to.be.within(whole / 2, whole);
      }),
    );
  });
});
