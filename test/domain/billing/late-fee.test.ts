import { expect } from 'chai';
import fc from 'fast-check';
import { lateFee } from '../../../domain/billing/late-fee.ts';
import { addDays } from '../../../domain/local-time.ts';

const residential = { perDay: '0.001' };
const other = { perDay: '0.002', perDayBeyondYear: '0.003' };

describe('the late fee', () => {
  it('is nothing up to and on the due date', () => {
    expect(lateFee(residential, { amountFen: 10_000, dueDate: '2026-11-20', onDate: '2026-11-20' }).amountFen).to.equal(
      0,
    );
    expect(lateFee(residential, { amountFen: 10_000, dueDate: '2026-11-20', onDate: '2026-11-01' }).amountFen).to.equal(
      0,
    );
  });

  it('is one yuan for a home that pays a hundred yuan ten days late', () => {
    const fee = lateFee(residential, { amountFen: 10_000, dueDate: '2026-11-20', onDate: '2026-11-30' });
    expect(fee).to.deep.equal({ daysInYear: 10, daysBeyondYear: 0, amountFen: 100 });
  });

  it('rises beyond the year for others: 10 days at 0.2 % and 5 at 0.3 % of 1,000 yuan are 35 yuan', () => {
    const fee = lateFee(other, { amountFen: 100_000, dueDate: '2026-12-21', onDate: '2027-01-05' });
    expect(fee).to.deep.equal({ daysInYear: 10, daysBeyondYear: 5, amountFen: 3500 });
  });

  it('stays at the same rate beyond the year for homes', () => {
    const fee = lateFee(residential, { amountFen: 100_000, dueDate: '2026-12-21', onDate: '2027-01-05' });
    expect(fee.amountFen).to.equal(1500);
  });

  it('counts the 29th of February', () => {
    expect(
      lateFee(residential, { amountFen: 100_000, dueDate: '2028-02-20', onDate: '2028-03-01' }).daysInYear,
    ).to.equal(10);
  });

  it('is rounded once, over all days', () => {
    // 0.1 % of 333 fen is 0.333 fen a day: 3 days are 0.999, which is 1; rounded by the day it would be 0.
    expect(lateFee(residential, { amountFen: 333, dueDate: '2026-11-20', onDate: '2026-11-23' }).amountFen).to.equal(1);
  });

  it('never falls with time or with the debt', () => {
    const fen = fc.integer({ min: 0, max: 10_000_000 });
    const days = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fen, fen, days, days, (debt, more, late, later) => {
        const fee = (amountFen: number, after: number) =>
          lateFee(other, { amountFen, dueDate: '2026-06-20', onDate: addDays('2026-06-20', after) }).amountFen;
        expect(fee(debt + more, late)).to.be.at.least(fee(debt, late));
        expect(fee(debt, late + later)).to.be.at.least(fee(debt, late));
      }),
    );
  });
});
