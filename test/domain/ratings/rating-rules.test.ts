import { expect } from 'chai';
import fc from 'fast-check';
import { FOLLOW_UP_OUTCOMES, judgeFollowUp } from '../../../domain/ratings/follow-up.ts';
import { tallyRatings, tallyRatingsBy } from '../../../domain/ratings/rating-tally.ts';
import { isLow } from '../../../domain/ratings/rating-terms.ts';

const scores = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });

describe('ratings in figures', () => {
  it('are counted each once, in whatever order, and in parts as in whole', () => {
    fc.assert(
      fc.property(scores, scores, (one, two) => {
        const whole = tallyRatings([...one, ...two]);
        expect(whole.byScore.reduce((a, b) => a + b, 0)).to.equal(one.length + two.length);
        expect(tallyRatings([...two, ...one])).to.deep.equal(whole);
        const [a, b] = [tallyRatings(one), tallyRatings(two)];
        expect(whole.byScore).to.deep.equal(a.byScore.map((count, index) => count + (b.byScore[index] ?? 0)));
        expect(whole.content).to.equal(a.content + b.content);
      }),
    );
  });

  it('tell no share and no interval where nobody has rated', () => {
    expect(tallyRatings([])).to.deep.equal({
      byScore: [0, 0, 0, 0, 0],
      rated: 0,
      content: 0,
      share: null,
      interval: null,
    });
  });

  it('tell of three that little is known, instead of a mean', () => {
    const { share, interval } = tallyRatings([5, 5, 1]);
    expect(share).to.be.closeTo(2 / 3, 1e-12);
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).to.be.greaterThan(0.7);
  });

  it('are told apart by whom they are of', () => {
    const by = tallyRatingsBy(
      [
        { score: 5, of: 'a' },
        { score: 1, of: 'b' },
        { score: 4, of: 'a' },
      ],
      ({ of }) => of,
    );
    expect([...by].map(([of, { rated, content }]) => [of, rated, content])).to.deep.equal([
      ['a', 2, 2],
      ['b', 1, 0],
    ]);
  });

  it('are low as the utility has settled', () => {
    expect([1, 2, 3, 4, 5].filter((score) => isLow(score, { lowAtMost: 2 }))).to.deep.equal([1, 2]);
  });
});

describe('a follow-up', () => {
  const close = { to: 'closed', outcome: FOLLOW_UP_OUTCOMES[0], note: 'called' } as const;

  it('is taken in hand, handed on and closed', () => {
    const open = { state: 'open', responsibleId: 'a' } as const;
    expect(judgeFollowUp(open, { to: 'in_hand' })).to.equal('allowed');
    expect(judgeFollowUp(open, { to: 'handed_on', staffId: 'b' })).to.equal('allowed');
    expect(judgeFollowUp({ ...open, state: 'in_hand' }, close)).to.equal('allowed');
  });

  it('is not taken twice, not handed to whoever has it, and stays closed', () => {
    const inHand = { state: 'in_hand', responsibleId: 'a' } as const;
    expect(judgeFollowUp(inHand, { to: 'in_hand' })).to.equal('not_from_here');
    expect(judgeFollowUp(inHand, { to: 'handed_on', staffId: 'a' })).to.equal('same_person');
    for (const move of [{ to: 'in_hand' }, { to: 'handed_on', staffId: 'b' }, close] as const) {
      expect(judgeFollowUp({ state: 'closed', responsibleId: 'a' }, move)).to.equal('over');
    }
  });
});
