import { expect } from 'chai';
import fc from 'fast-check';
import { judgeCode } from '../../../domain/verification/judge-code.ts';
import { nextCodeAt } from '../../../domain/verification/next-code-at.ts';

const NOW = 1_000_000_000;
const SECOND = 1000;
const inVain = (ago: number) => ({ createdAt: NOW - ago, verifiedAt: null });

describe('verification: when another code may be sent', () => {
  it('sends the first at once', () => {
    expect(nextCodeAt([], NOW)).to.equal(0);
  });

  it('waits three times as long after each code in vain', () => {
    const waits = [1, 2, 3, 4].map(
      (count) =>
        nextCodeAt(
          Array.from({ length: count }, (_, index) => inVain(index * SECOND)),
          NOW,
        ) - NOW,
    );
    expect(waits).to.deep.equal([30, 90, 270, 810].map((seconds) => seconds * SECOND));
  });

  it('begins afresh once a code was confirmed', () => {
    const confirmed = { createdAt: NOW - 50 * SECOND, verifiedAt: NOW - 40 * SECOND };
    expect(nextCodeAt([confirmed, inVain(60 * SECOND), inVain(70 * SECOND)], NOW)).to.equal(0);
  });

  it('forgets after a day, and never waits longer', () => {
    expect(nextCodeAt([inVain(86_400_000)], NOW)).to.equal(0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * 86_400_000 }), { maxLength: 40 }), (ages) => {
        expect(nextCodeAt(ages.map(inVain), NOW) - NOW).to.be.at.most(86_400_000);
      }),
    );
  });

  it('never shortens the wait by one more in vain', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 86_399_999 }), { maxLength: 12 }), (ages) => {
        const past = ages.map(inVain);
        expect(nextCodeAt([...past, inVain(0)], NOW)).to.be.at.least(nextCodeAt(past, NOW));
      }),
    );
  });
});

describe('verification: what a code comes to', () => {
  const open = { tries: 0, expiresAt: NOW + 1, verifiedAt: null, accountExists: true };
  const given = { matches: true, now: NOW, tries: 3 };

  it('passes the right code', () => {
    expect(judgeCode(open, given)).to.deep.equal({ kind: 'right' });
  });

  it('counts down and ends with the last try', () => {
    const verdicts = [0, 1, 2, 3].map((tries) => judgeCode({ ...open, tries }, { ...given, matches: false }));
    expect(verdicts).to.deep.equal([
      { kind: 'wrong', left: 2 },
      { kind: 'wrong', left: 1 },
      { kind: 'spent' },
      { kind: 'spent' },
    ]);
  });

  it('takes no code twice, none that has expired, none after the tries are spent', () => {
    expect(judgeCode({ ...open, verifiedAt: NOW - 1 }, given).kind).to.equal('expired');
    expect(judgeCode({ ...open, expiresAt: NOW }, given).kind).to.equal('expired');
    expect(judgeCode({ ...open, tries: 3 }, given).kind).to.equal('spent');
  });

  it('answers for an account that does not exist as for a wrong code, whatever was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -5, max: 5 }), (tries, expiry) => {
        const row = { ...open, tries, expiresAt: NOW + expiry };
        expect(judgeCode({ ...row, accountExists: false }, given)).to.deep.equal(
          judgeCode(row, { ...given, matches: false }),
        );
      }),
    );
  });
});
