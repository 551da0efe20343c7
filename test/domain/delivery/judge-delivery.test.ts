import { expect } from 'chai';
import fc from 'fast-check';
import { type DeliveryTry, judgeDelivery } from '../../../domain/delivery/judge-delivery.ts';

const POLICY = { mostTries: 5, firstWaitMs: 1000, longestWaitMs: 6000 };
const FAILED: DeliveryTry = { outcome: { kind: 'failed', reason: 'http_503' }, kind: 'reply', tries: 1, chance: 0.5 };

describe('what becomes of a message after a try', () => {
  it('waits twice as long each time, up to the longest, and then is set aside', () => {
    const verdicts = [1, 2, 3, 4, 5].map((tries) => judgeDelivery({ ...FAILED, tries }, POLICY));
    expect(verdicts).to.deep.equal([
      { state: 'due', waitMs: 750, reason: 'http_503' },
      { state: 'due', waitMs: 1500, reason: 'http_503' },
      { state: 'due', waitMs: 3000, reason: 'http_503' },
      { state: 'due', waitMs: 4500, reason: 'http_503' },
      { state: 'dead', reason: 'http_503' },
    ]);
  });

  it('waits at least as long as the channel asks, but an hour at most beside the spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asked, chance) => {
          const outcome = { kind: 'failed', reason: 'http_429', retryAfterMs: asked } as const;
          const verdict = judgeDelivery({ ...FAILED, outcome, chance }, POLICY);
          if (verdict.state !== 'due') throw new Error('it is due');
          expect(verdict.waitMs).to.be.within(Math.min(asked, 3_600_000), 3_600_000 + POLICY.longestWaitMs);
        },
      ),
    );
  });

  it('leaves a notice in doubt, and says danger and replies again', () => {
    const outcome = { kind: 'unknown', reason: 'timeout' } as const;
    const stateOf = (kind: DeliveryTry['kind']) => judgeDelivery({ ...FAILED, outcome, kind }, POLICY).state;
    expect([stateOf('danger'), stateOf('reply'), stateOf('notice')]).to.deep.equal(['due', 'due', 'unknown']);
    expect(judgeDelivery({ ...FAILED, kind: 'notice' }, POLICY).state, 'it certainly did not arrive').to.equal('due');
  });

  it('is over where it has arrived, or never will', () => {
    expect(judgeDelivery({ ...FAILED, outcome: { kind: 'delivered' } }, POLICY)).to.deep.equal({ state: 'sent' });
    const refused = { kind: 'refused', reason: 'http_403' } as const;
    expect(judgeDelivery({ ...FAILED, outcome: refused }, POLICY)).to.deep.equal({ state: 'dead', reason: 'http_403' });
  });
});
