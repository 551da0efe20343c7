import { expect } from 'chai';
import { balanceOn } from '../../../domain/billing/balance.ts';

const rule = { perDay: '0.001' };
const september = { period: '2026-09', amountFen: 20_000, paidFen: 5_000, dueDate: '2026-10-20' };
const october = { period: '2026-10', amountFen: 17_795, paidFen: 0, dueDate: '2026-11-20' };
const paid = { period: '2026-08', amountFen: 9_000, paidFen: 9_000, dueDate: '2026-09-20' };

describe('the balance of an account', () => {
  it('is nothing where all is paid', () => {
    expect(balanceOn('2026-11-01', [paid], rule)).to.deep.equal({
      items: [],
      owedFen: 0,
      overdueFen: 0,
      lateFeeFen: 0,
      totalFen: 0,
      nextDueDate: null,
    });
  });

  it('is not overdue on the due date itself', () => {
    const balance = balanceOn('2026-11-20', [paid, october], rule);
    expect(balance).to.include({
      owedFen: 17_795,
      overdueFen: 0,
      lateFeeFen: 0,
      totalFen: 17_795,
      nextDueDate: '2026-11-20',
    });
  });

  it('counts the late fee on what is left of each bill, oldest first', () => {
    const balance = balanceOn('2026-11-24', [october, paid, september], rule);
    // 150.00 yuan for 35 days at 0.1 % are 5.25; 177.95 for 4 days are 0.7118.
    expect(balance.items).to.deep.equal([
      { period: '2026-09', dueDate: '2026-10-20', owedFen: 15_000, ...days(35), lateFeeFen: 525 },
      { period: '2026-10', dueDate: '2026-11-20', owedFen: 17_795, ...days(4), lateFeeFen: 71 },
    ]);
    expect(balance).to.include({
      owedFen: 32_795,
      overdueFen: 32_795,
      lateFeeFen: 596,
      totalFen: 33_391,
      nextDueDate: null,
    });
  });

  it('tells the days in the year of the due date from those beyond it', () => {
    const [item] = balanceOn('2027-01-10', [october], { perDay: '0.002', perDayBeyondYear: '0.003' }).items;
    // 177.95 x (41 x 0.2 % + 10 x 0.3 %) = 177.95 x 0.112 = 19.9304.
    expect(item).to.include({ daysOverdue: 51, daysInYear: 41, daysBeyondYear: 10, lateFeeFen: 1993 });
  });

  it('tells overdue from not yet due', () => {
    const balance = balanceOn('2026-11-10', [september, october], rule);
    expect(balance).to.include({ owedFen: 32_795, overdueFen: 15_000, nextDueDate: '2026-11-20' });
  });
});

/** Days overdue, all of them in the year of the due date. */
function days(daysOverdue: number) {
  return { daysOverdue, daysInYear: daysOverdue, daysBeyondYear: 0 };
}
