import { expect } from 'chai';
import { dispositionOfDigit, suggestedDisposition } from '../../../../web/desk/workspace/suggested-disposition.ts';
import { DISPOSITIONS } from '../../../../web/protocol/desk/session.ts';

describe('the business type at closing', () => {
  it('is suggested from what the customer wanted', () => {
    expect(suggestedDisposition('report_hazard')).to.equal('fault_repair');
    expect(suggestedDisposition('complain')).to.equal('complaint');
    expect(suggestedDisposition('ask_fault_status')).to.equal('chasing_up');
  });

  it('is an enquiry where nothing better is known', () => {
    expect([null, 'greet', 'constructor'].map(suggestedDisposition)).to.deep.equal(['enquiry', 'enquiry', 'enquiry']);
  });

  it('is picked by a digit, the tenth by 0', () => {
    expect([...'1234567890'].map(dispositionOfDigit)).to.deep.equal([...DISPOSITIONS]);
    expect(['a', '', '12', '٣'].map(dispositionOfDigit)).to.deep.equal([null, null, null, null]);
  });
});
