import { expect } from 'chai';
import fc from 'fast-check';
import { type Ladder, ladderStep } from '../../../domain/notices/contact-ladder.ts';

const MINUTE = 60_000;
const TERMS = { lifeSupportCallMinutes: 10 };
const SENT: Ladder = { messagedAt: 0, answer: null, answeredAt: null, causeOver: false, call: null };
const OPEN_CALL = { closedAt: null, cancelled: false, responsibleId: 'anna' };
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
    const call = OPEN_CALL;
    expect(step({ call, causeOver: true, answer: 'safe' }, MINUTE)).to.deep.equal({ kind: 'wait', until: 2 * MINUTE });
    expect(step({ call: { ...call, closedAt: 5 } }, MINUTE)).to.deep.equal({ kind: 'acknowledged', by: 'anna' });
  });

  it('takes a call that was cancelled for none: the next is asked for, but where there is nothing to call for', () => {
    const call = { ...OPEN_CALL, closedAt: 11 * MINUTE, cancelled: true };
    const at = 12 * MINUTE;
    expect(step({ call }, at)).to.deep.equal({ kind: 'call', why: 'unanswered' });
    expect(step({ call, answer: 'help', answeredAt: 1 }, at)).to.deep.equal({ kind: 'call', why: 'asked' });
    expect(step({ call, answer: 'safe', answeredAt: 1 }, at)).to.deep.equal({ kind: 'acknowledged', by: 'customer' });
    expect(step({ call, causeOver: true }, at)).to.deep.equal({ kind: 'over' });
  });

  it('calls again who asks for help after a call was settled, and not for a call that was for that', () => {
    const call = { ...OPEN_CALL, closedAt: 5 };
    expect(step({ call, answer: 'help', answeredAt: 6 }, MINUTE)).to.deep.equal({ kind: 'call', why: 'asked' });
    expect(step({ call, answer: 'help', answeredAt: 4 }, MINUTE)).to.deep.equal({ kind: 'acknowledged', by: 'anna' });
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
      answeredAt: fc.constantFrom(null, 1, 2),
      call: fc.constantFrom(
        null,
        OPEN_CALL,
        { ...OPEN_CALL, closedAt: 1 },
        { ...OPEN_CALL, closedAt: 1, cancelled: true },
      ),
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
