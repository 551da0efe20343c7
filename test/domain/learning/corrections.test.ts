import { expect } from 'chai';
import { afterWords, correct, corrected } from '../../../domain/learning/corrections.ts';

describe('a correction', () => {
  it('stands in the place of what was corrected, and of nothing else', () => {
    const correction = { from: 'ask_bill', to: 'dispute_bill' } as const;
    expect(corrected<string>('ask_bill', correction)).to.equal('dispute_bill');
    expect(corrected<string>('report_outage', correction)).to.equal('report_outage');
    expect(corrected<string>(null, { from: null, to: 'P2' })).to.equal('P2');
    expect(corrected<string>('P1', undefined)).to.equal('P1');
  });

  it('of a correction stands in the place of what the bot believes, not of what it showed', () => {
    const first = correct<string>(undefined, 'ask_bill', 'dispute_bill');
    expect(correct<string>(first, 'dispute_bill', 'complain')).to.deep.equal({ from: 'ask_bill', to: 'complain' });
    expect(correct<string>(first, 'ask_tariff', 'complain')).to.deep.equal({ from: 'ask_tariff', to: 'complain' });
  });

  it('of a grade gives way to graver words, and only to those', () => {
    const corrections = { severity: { from: 'P1', to: 'P3' }, intent: { from: 'ask_bill', to: 'complain' } } as const;
    for (const said of [null, 'P3', 'P4'] as const) expect(afterWords(corrections, said)).to.equal(corrections);
    for (const said of ['P1', 'P2'] as const) {
      expect(afterWords(corrections, said)).to.deep.equal({ intent: corrections.intent });
    }
  });
});
