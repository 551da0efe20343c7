import { expect } from 'chai';
import fc from 'fast-check';
import { measureSession, type SessionRecord } from '../../../domain/figures/measure-session.ts';

const TERMS = { answerWithinMs: 60, repeatWithinMs: 1000, now: 10_000 };
const plain: SessionRecord = {
  openedAt: 0,
  queuedAt: 100,
  takenAt: 150,
  firstResponseAt: 170,
  closedAt: 400,
  closedBy: 'agent',
  events: [{ at: 150, type: 'taken' }],
  againAt: null,
};
const measure = (change: Partial<SessionRecord>, terms = TERMS) => measureSession({ ...plain, ...change }, terms);

describe('what a session adds to the figures', () => {
  it('is its wait, its first response and the time in hand', () => {
    expect(measure({})).to.deep.equal({
      waited: 50,
      withinTerm: true,
      givenUp: false,
      firstResponse: 70,
      handled: 250,
      transfers: 0,
      atFirstContact: true,
    });
  });

  it('is the same without recorded events, from the moments of the session itself', () => {
    expect(measure({ events: [] })).to.deep.equal(measure({}));
  });

  it('counts the wait until the first who took it, not the last', () => {
    const events = [
      { at: 150, type: 'taken' },
      { at: 200, type: 'handed_on' },
      { at: 200, type: 'let_go' },
      { at: 300, type: 'taken' },
    ] as const;
    expect(measure({ events, takenAt: 300 })).to.include({
      waited: 50,
      handled: 150,
      transfers: 1,
      atFirstContact: false,
    });
  });

  it('leaves out the time between two hands, and counts one handed straight on throughout', () => {
    const back = [
      { at: 150, type: 'taken' },
      { at: 200, type: 'let_go' },
      { at: 390, type: 'taken' },
    ] as const;
    expect(measure({ events: back }).handled).to.equal(60);
    expect(
      measure({
        events: [
          { at: 150, type: 'taken' },
          { at: 200, type: 'handed_on' },
        ],
      }).handled,
    ).to.equal(250);
  });

  it('waits to the end where nobody came, and tells nothing else', () => {
    expect(measure({ takenAt: null, firstResponseAt: null, events: [] })).to.deep.equal({
      waited: 300,
      withinTerm: false,
      givenUp: true,
      firstResponse: null,
      handled: null,
      transfers: 0,
      atFirstContact: null,
    });
  });

  it('has no wait where the bot did it alone', () => {
    const alone = { queuedAt: null, takenAt: null, firstResponseAt: null, events: [], closedBy: 'bot' } as const;
    expect(measure(alone)).to.include({
      waited: null,
      withinTerm: null,
      givenUp: false,
      handled: null,
      atFirstContact: true,
    });
  });

  it('is not settled at first contact where the customer comes again, and cannot be told too early', () => {
    expect(measure({ againAt: 1400 }).atFirstContact).to.equal(false);
    expect(measure({ againAt: 1401 }).atFirstContact).to.equal(true);
    expect(measure({}, { ...TERMS, now: 1399 }).atFirstContact).to.equal(null);
  });

  it('is never negative and never longer than the session, whatever was recorded', () => {
    const moment = fc.nat(1000);
    const event = fc.record({
      at: moment,
      type: fc.constantFrom('taken' as const, 'handed_on' as const, 'let_go' as const),
    });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 8 }),
        fc.option(moment),
        fc.option(moment),
        fc.option(moment),
        (given, queuedAt, takenAt, firstResponseAt) => {
          const events = given.toSorted((a, b) => a.at - b.at);
          const { waited, handled, firstResponse } = measure({
            events,
            queuedAt,
            takenAt,
            firstResponseAt,
            closedAt: 1000,
          });
          for (const span of [waited, handled, firstResponse]) {
            if (span !== null) expect(span).to.be.within(0, 1000);
          }
        },
      ),
    );
  });
});
