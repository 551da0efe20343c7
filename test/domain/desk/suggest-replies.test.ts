import { expect } from 'chai';
import fc from 'fast-check';
import { type ReplyMoment, type ReplyNeed, suggestReplies } from '../../../domain/desk/suggest-replies.ts';
import { CANNED_REPLIES } from '../../../strings/replies/canned-replies.ts';

const MOMENT: ReplyMoment = {
  skill: 'fault',
  intents: ['report_outage'],
  mood: null,
  danger: false,
  begun: true,
  holds: new Set<ReplyNeed>(['no_ticket', 'no_place']),
  said: new Set(),
  uses: new Map(),
};

describe('replies that are suggested', () => {
  const ids = (change: Partial<ReplyMoment>) =>
    suggestReplies(CANNED_REPLIES, { ...MOMENT, ...change }).map(({ id }) => id);

  it('begin with the opening, where the agent has not written', () => {
    expect(ids({ begun: false })[0]).to.equal('greet');
    expect(ids({})).not.to.include('greet');
  });

  it('put danger before everything', () => {
    expect(ids({ begun: false, danger: true }).slice(0, 2)).to.have.members(['keep_away', 'anyone_hurt']);
  });

  it('ask only for what is lacking, and name a ticket only where one stands', () => {
    expect(ids({})).to.include('address').and.to.include('neighbours').and.not.to.include('ticket_stands');
    expect(ids({ holds: new Set<ReplyNeed>(['ticket']) }))
      .to.include('ticket_stands')
      .and.not.to.include('address');
  });

  it('take the mood into account, and say so', () => {
    const [first] = suggestReplies(CANNED_REPLIES, {
      ...{ ...MOMENT, intents: ['complain'], mood: 'upset', skill: 'complaint' },
      holds: new Set<ReplyNeed>(['ticket']),
    });
    expect(first).to.deep.equal({ id: 'apologise', reasons: ['matter', 'mood'] });
  });

  it('say goodbye where the customer does', () => {
    expect(ids({ intents: ['report_outage', 'goodbye'], holds: new Set<ReplyNeed>(['ticket']) })[0]).to.equal(
      'goodbye',
    );
  });

  it('learn from what is sent in such matters', () => {
    const uses = new Map([['moment', 200]]);
    expect(ids({ intents: ['help'], uses })).to.deep.equal(['moment']);
    expect(ids({ intents: ['help'] })).to.deep.equal([]);
  });

  it('are three at most, never one that was said or whose needs are not met', () => {
    const moment = fc.record({
      skill: fc.constantFrom('fault', 'billing', 'complaint', 'general'),
      intents: fc.subarray(['report_outage', 'complain', 'ask_bill', 'thank', 'goodbye', 'dispute_bill']),
      mood: fc.constantFrom(null, 'upset' as const, 'impatient' as const, 'worried' as const, 'content' as const),
      danger: fc.boolean(),
      begun: fc.boolean(),
      holds: fc
        .subarray<ReplyNeed>(['ticket', 'no_ticket', 'no_place', 'no_account'])
        .map((all): ReadonlySet<ReplyNeed> => new Set(all)),
      said: fc.subarray(CANNED_REPLIES.map(({ id }) => id)).map((all): ReadonlySet<string> => new Set(all)),
      uses: fc
        .array(fc.tuple(fc.constantFrom(...CANNED_REPLIES.map(({ id }) => id)), fc.nat(1000)))
        .map((all): ReadonlyMap<string, number> => new Map(all)),
    });
    fc.assert(
      fc.property(moment, (one) => {
        const suggested = suggestReplies(CANNED_REPLIES, one);
        expect(suggested.length).to.be.at.most(3);
        for (const { id, reasons } of suggested) {
          const reply = CANNED_REPLIES.find((known) => known.id === id);
          expect(one.said.has(id)).to.equal(false);
          expect((reply?.needs ?? []).every((need) => one.holds.has(need))).to.equal(true);
          expect(reasons).not.to.have.length(0);
        }
      }),
    );
  });
});
