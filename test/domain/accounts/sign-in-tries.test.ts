import { expect } from 'chai';
import fc from 'fast-check';
import { judgeTry, LOGIN_TERMS, type Tries } from '../../../domain/accounts/sign-in-tries.ts';

describe('tries to sign in', () => {
  it('never let more through than the terms allow, whenever they come', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 40 * 60_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(pauses, (waits) => {
        let [now, made, kept]: [number, number, Tries | null] = [0, 0, null];
        for (const wait of waits) {
          now += wait;
          const verdict = judgeTry(kept, now, LOGIN_TERMS);
          if (!verdict.allowed) {
            expect(verdict.retryAfterMs).to.be.within(1, LOGIN_TERMS.longestWaitMs);
            continue;
          }
          made += 1;
          kept = verdict.next;
        }
        // Free ones, those while the wait still grows, and then one for each longest wait.
        expect(made).to.be.at.most(LOGIN_TERMS.free + 6 + Math.floor(now / LOGIN_TERMS.longestWaitMs));
      }),
    );
  });

  it('are allowed once the wait is over, and forgotten after a day without any', () => {
    let kept: Tries | null = null;
    for (let one = 0; one < LOGIN_TERMS.free; one += 1) {
      const verdict = judgeTry(kept, 0, LOGIN_TERMS);
      if (!verdict.allowed) throw new Error('a free try was refused');
      kept = verdict.next;
    }
    const refused = judgeTry(kept, 1000, LOGIN_TERMS);
    expect(refused).to.deep.equal({ allowed: false, retryAfterMs: LOGIN_TERMS.firstWaitMs - 1000 });
    expect(judgeTry(kept, LOGIN_TERMS.firstWaitMs, LOGIN_TERMS)).to.have.nested.property('next.tries', 6);
    expect(judgeTry(kept, LOGIN_TERMS.forgottenAfterMs, LOGIN_TERMS)).to.have.nested.property('next.tries', 1);
  });
});
