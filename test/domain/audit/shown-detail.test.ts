import { expect } from 'chai';
import { shownDetail } from '../../../domain/audit/shown-detail.ts';

describe('what of an entry is shown', () => {
  const detail = { disposition: 'complaint', note: 'wants a call' };

  it('is all of it to those who deal with customers', () => {
    const reader = { readsConversations: true, identifies: true };
    expect(shownDetail({ subject: 'session:1', detail }, reader)).to.deep.equal(detail);
  });

  it('is without whom it is about to those who read conversations and need not know', () => {
    const reader = { readsConversations: true, identifies: false };
    const told = { note: 'call 13800138000', force: 'account 4419000012', to: 'staff-1', account: '4419000012' };
    expect(shownDetail({ subject: 'session:1', detail: told }, reader)).to.deep.equal({
      note: 'call •••••••••••',
      force: 'account ••••••••••',
      to: 'staff-1',
      account: '••••••••••',
    });
  });

  it('is without what was written about customers to others, who see their own words of the desk', () => {
    const reader = { readsConversations: false, identifies: false };
    expect(shownDetail({ subject: 'session:1', detail: { ...detail, force: 'they asked' } }, reader)).to.deep.equal({
      disposition: 'complaint',
    });
    expect(shownDetail({ subject: 'answer:ask_bill/en', detail: { text: 'A' } }, reader)).to.deep.equal({ text: 'A' });
  });
});
