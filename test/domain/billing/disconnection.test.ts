import { expect } from 'chai';
import { balanceOn } from '../../../domain/billing/balance.ts';
import { disconnectionOn, reconnectionBy } from '../../../domain/billing/disconnection.ts';

const terms = {
  overdueDays: { value: 30, confirmed: true },
  noticeDays: { from: 3, to: 7, confirmed: true },
  finalNoticeMinutes: { value: 30, confirmed: true },
};
const rule = { perDay: '0.001' };
const september = { period: '2026-09', amountFen: 16_000, paidFen: 0, dueDate: '2026-10-20' };
const october = { period: '2026-10', amountFen: 20_000, paidFen: 0, dueDate: '2026-11-20' };
const stageOn = (date: string, bills = [october, september], isCut = false) =>
  disconnectionOn(date, balanceOn(date, bills, rule), { terms, isCut });

describe('being cut off for arrears', () => {
  it('is far where nothing is overdue', () => {
    expect(stageOn('2026-10-20', [september])).to.deep.equal({ stage: 'none' });
    expect(stageOn('2026-11-24', [])).to.deep.equal({ stage: 'none' });
  });

  it('comes no sooner than the day after thirty days overdue', () => {
    expect(stageOn('2026-10-21', [september])).to.deep.equal({ stage: 'overdue', from: '2026-11-20', daysLeft: 30 });
    expect(stageOn('2026-11-19', [september])).to.deep.equal({ stage: 'overdue', from: '2026-11-20', daysLeft: 1 });
    expect(stageOn('2026-11-20', [september])).to.deep.equal({ stage: 'may_be_cut', since: '2026-11-20' });
  });

  it('goes by the oldest bill that is owed, however they stand', () => {
    expect(stageOn('2026-11-24')).to.deep.equal({ stage: 'may_be_cut', since: '2026-11-20' });
    const paid = { ...september, paidFen: 16_000 };
    expect(stageOn('2026-11-24', [october, paid])).to.deep.equal({
      stage: 'overdue',
      from: '2026-12-21',
      daysLeft: 27,
    });
  });

  it('has happened where it has', () => {
    expect(stageOn('2026-11-24', [october], true)).to.deep.equal({ stage: 'cut' });
  });
});

describe('supply back after payment', () => {
  const at = Date.parse('2026-11-24T10:00:00+08:00');
  const settled = { totalFen: 0 };

  it('is due so many hours after the payment that settled everything', () => {
    expect(reconnectionBy(settled, { isCut: true, paidAt: at, hours: 24 })).to.equal(at + 24 * 3_600_000);
  });

  it('has no clock while anything is owed, nobody has paid, or nothing was cut', () => {
    expect(reconnectionBy({ totalFen: 1 }, { isCut: true, paidAt: at, hours: 24 })).to.equal(null);
    expect(reconnectionBy(settled, { isCut: true, paidAt: null, hours: 24 })).to.equal(null);
    expect(reconnectionBy(settled, { isCut: false, paidAt: at, hours: 24 })).to.equal(null);
  });
});
