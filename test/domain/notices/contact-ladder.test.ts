import { expect } from 'chai';
import fc from 'fast-check';
import { type Ladder, ladderStep } from '../../../domain/notices/contact-ladder.ts';

const MINUTE = 60_000;
const TERMS = { lifeSupportCallMinutes: 10 };
const SENT: Ladder = { messagedAt: 0, answer: null, causeOver: false, call: null };
const step = (change: Partial<Ladder>, now: number) => ladderStep({ ...SENT, ...change }, TERMS, now);

describe('the ladder by which an account registered for life support is reached', () => {
  it('waits for an answer, and calls where none comes', () => {
    expect(step({}, 9 * MINUTE)).to.deep.equal({ kind: 'wait', until: 10 * MINUTE });
    expect(step({}, 10 * MINUTE)).to.deep.equal({ kind: 'call', why: 'unanswered' });
  });

  it('calls at once where help is asked for, though supply be back', () => {
    expect(step({ answer: 'help' }, 1)).to.deep.equal({ kind: 'call', why: 'asked' });
    expect(step({ answer: 'help', causeOver: true }, 1)).to.deep.equal({ kind: 'call', why: 'asked' });
  });

  it('ends with the customer’s word that they are safe, or with supply', () => {
    expect(step({ answer: 'safe' }, 20 * MINUTE)).to.deep.equal({ kind: 'acknowledged', by: 'customer' });
    expect(step({ causeOver: true }, 1)).to.deep.equal({ kind: 'over' });
  });

  it('ends a call only when somebody has settled it', () => {
    const call = { closedAt: null, responsibleId: 'anna' };
    expect(step({ call, causeOver: true, answer: 'safe' }, MINUTE)).to.deep.equal({ kind: 'wait', until: 2 * MINUTE });
    expect(step({ call: { ...call, closedAt: 5 } }, MINUTE)).to.deep.equal({ kind: 'acknowledged', by: 'anna' });
  });

  it('leaves nobody unreached: without an answer and without supply there is a call in time', () => {
    fc.assert(
      fc.property(fc.nat(60 * MINUTE), fc.nat(60 * MINUTE), (messagedAt, now) => {
        const next = step({ messagedAt }, messagedAt + now);
        if (next.kind === 'wait') expect(next.until).to.equal(messagedAt + 10 * MINUTE);
        else expect(next).to.deep.equal({ kind: 'call', why: 'unanswered' });
      }),
    );
  });

  it('never waits for a moment that has passed', () => {
    const ladders = fc.record({
      messagedAt: fc.nat(60 * MINUTE),
      answer: fc.constantFrom(null, 'safe' as const, 'help' as const),
      causeOver: fc.boolean(),
      call: fc.constantFrom(null, { closedAt: null, responsibleId: null }, { closedAt: 1, responsibleId: null }),
    });
    fc.assert(
      fc.property(ladders, fc.nat(60 * MINUTE), (ladder, after) => {
        const now = ladder.messagedAt + after;
        const next = ladderStep(ladder, TERMS, now);
        if (next.kind === 'wait') expect(next.until).to.be.greaterThan(now);
      }),
    );
  });
});
