import { expect } from 'chai';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { customerLabel } from '../../../../web/desk/words/customer-label.ts';

describe('what a customer is called', () => {
  it('is their name where it is known', () => {
    expect(customerLabel(zhHans, { customerName: '陈女士', conversationId: 'c-1' })).to.equal('陈女士');
  });

  it('tells nameless ones apart', () => {
    const labels = ['0a1b-3f2a', '0a1b-77c0'].map((conversationId) =>
      customerLabel(zhHans, { customerName: null, conversationId }),
    );
    expect(labels).to.deep.equal(['网页访客 3F2A', '网页访客 77C0']);
  });
});
