import { expect } from 'chai';
import fc from 'fast-check';
import { cheapestThresholds, costOf, outcomeShares, type Ranked } from '../../../nlu/train/outcome-costs.ts';

describe('what acting, asking and giving up cost', () => {
  const message = (confidence: number, meant: 'first' | 'second' | 'another'): Ranked => ({
    intent: meant === 'first' ? 'ask_bill' : meant === 'second' ? 'ask_balance' : 'praise',
    guessedIntent: 'ask_bill',
    alternatives: ['ask_balance', 'dispute_bill', 'ask_tariff'],
    confidence,
  });

  it('tells how often each is done and how often it is right', () => {
    const messages = [message(0.9, 'first'), message(0.8, 'another'), message(0.4, 'second'), message(0.1, 'another')];
    expect(outcomeShares(messages, { act: 0.5, ask: 0.25 })).to.deep.equal([
      { outcome: 'act', share: 0.5, right: 0.5, offered: 0.5 },
      { outcome: 'ask', share: 0.25, right: 0, offered: 1 },
      { outcome: 'not_understood', share: 0.25, right: 0, offered: 0 },
    ]);
  });

  it('would rather ask than act where the surest guesses are wrong, and act where the doubtful are right', () => {
    const doubtful = [message(0.55, 'second'), message(0.55, 'second'), message(0.9, 'first')];
    expect(cheapestThresholds(doubtful).act).to.be.above(0.55);
    const right = [message(0.3, 'first'), message(0.35, 'first')];
    expect(cheapestThresholds(right).act).to.be.at.most(0.3);
  });

  it('never finds thresholds that cost more than others of its grid', () => {
    const meant = fc.constantFrom('first' as const, 'second' as const, 'another' as const);
    const messages = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), meant), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(messages, (drawn) => {
        const all = drawn.map(([confidence, which]) => message(confidence, which));
        expect(cheapestThresholds(all).cost).to.be.at.most(costOf(all, { act: 0.5, ask: 0.25 }) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});
