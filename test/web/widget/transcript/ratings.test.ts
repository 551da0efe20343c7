import { expect } from 'chai';
import { givenRatings } from '../../../../web/widget/transcript/ratings.ts';

describe('given ratings', () => {
  const from = { id: 'me' };

  it('are known from the transcript and from what is on its way', () => {
    const rows = [{ type: 'event', name: 'rating', from, value: { sessionId: 's1', score: 4 } }];
    const outgoing = [
      {
        clientId: 'rating-s2',
        at: 0,
        activity: { type: 'event', name: 'rating', locale: 'en', value: { sessionId: 's2', score: 5 } },
        delivery: { kind: 'waiting' },
      },
    ] as const;
    expect([...givenRatings(rows, outgoing)]).to.deep.equal([
      ['s1', 4],
      ['s2', 5],
    ]);
  });

  it('are nothing else', () => {
    const rows = [
      { type: 'message', name: 'rating', from, value: { sessionId: 's1', score: 4 } },
      { type: 'event', name: 'rating', from, value: null },
      { type: 'event', name: 'rating', from, value: { sessionId: 's1', score: '5' } },
    ];
    expect(givenRatings(rows, []).size).to.equal(0);
  });
});
