import { expect } from 'chai';
import { suggestedReason } from '../../../../web/desk/workspace/suggested-reason.ts';

describe('the reason that a correction suggests', () => {
  const to = (severity: string | null) => ({ intent: 'ask_bill', severity, class: null });

  it('is another matter where the grade stays', () => {
    expect(suggestedReason(to(null), 'P1')).to.equal('other_matter');
    expect(suggestedReason(to('P2'), 'P2')).to.equal('other_matter');
  });

  it('follows the grade up and down, and speaks of danger where P1 comes or goes', () => {
    expect(suggestedReason(to('P1'), 'P3')).to.equal('danger_missed');
    expect(suggestedReason(to('P2'), null)).to.equal('graver');
    expect(suggestedReason(to('P3'), 'P1')).to.equal('no_danger');
    expect(suggestedReason(to('P4'), 'P2')).to.equal('less_grave');
  });
});
