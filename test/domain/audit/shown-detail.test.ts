import { expect } from 'chai';
import { shownDetail } from '../../../domain/audit/shown-detail.ts';

describe('what of an entry is shown', () => {
  const detail = { disposition: 'complaint', note: 'wants a call' };

  it('is all of it to those who read conversations', () => {
    expect(shownDetail({ subject: 'session:1', detail }, { readsConversations: true })).to.deep.equal(detail);
  });

  it('is without what was written about customers to others, who see their own words of the desk', () => {
    const reader = { readsConversations: false };
    expect(shownDetail({ subject: 'session:1', detail }, reader)).to.deep.equal({ disposition: 'complaint' });
    expect(shownDetail({ subject: 'answer:ask_bill/en', detail: { text: 'A' } }, reader)).to.deep.equal({ text: 'A' });
  });
});
