import { expect } from 'chai';
import { generateDemo } from '../../../../data/demo/generate-demo.ts';
import demoProfile from '../../../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../../../data/profile/profile-schema.ts';
import type { BillFacts } from '../../../../domain/billing/billing-source.ts';
import {
  type BillWithLines,
  type Comparison,
  compareBills,
  YARDSTICKS,
  yardstickOf,
} from '../../../../domain/billing/explain/compare-bills.ts';

const profile = loadProfile(demoProfile);
const now = Date.parse('2026-11-24T14:20:00+08:00');

describe('bills of the demo utility, set against each other', function () {
  this.timeout(60_000);
  const comparisons: Comparison[] = [];

  before(() => {
    const demo = generateDemo({ seed: 7, now, profile, premises: 250 });
    const linesOf = Map.groupBy(demo.bill_line, ({ bill_id }) => bill_id);
    const withLines = (bill: BillFacts): BillWithLines => ({
      bill,
      lines: (linesOf.get(bill.id) ?? []).map(({ code, kwh, price, amount_fen }) => ({
        code,
        kwh,
        price,
        amountFen: amount_fen,
      })),
    });
    const billsOf = Map.groupBy(demo.bill, ({ account_id }) => account_id);
    for (const account of demo.account) {
      const bills = (billsOf.get(account.id) ?? []).map(
        (row): BillFacts => ({
          id: row.id,
          period: row.period,
          from: row.from_at,
          to: row.to_at,
          readingFrom: row.reading_from,
          readingTo: row.reading_to,
          estimated: row.estimated === 1,
          kwh: row.kwh,
          tariff: row.tariff,
          amountFen: row.amount_fen,
          paidFen: row.paid_fen,
          issuedAt: row.issued_at,
          dueAt: row.due_at,
        }),
      );
      const given = { profile, account: { freeKwh: account.free_kwh === 1 }, bills };
      for (const period of ['2026-10', '2026-06', '2026-05']) {
        const bill = bills.find((one) => one.period === period);
        for (const yardstick of YARDSTICKS) {
          const before = bills.find((one) => one.period === yardstickOf(period, yardstick));
          if (!bill || !before) continue;
          comparisons.push(compareBills(given, yardstick, { before: withLines(before), now: withLines(bill) }));
        }
      }
    }
  });

  it('are explained to the fen, every one of them', () => {
    expect(comparisons.length).to.be.above(1000);
    for (const { parts, differenceFen, now: bill, before } of comparisons) {
      expect(differenceFen).to.equal(bill.amountFen - before.amountFen);
      expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).to.equal(differenceFen);
    }
  });

  it('leave nothing unexplained: the tariff, with its change in May, accounts for all of it', () => {
    const left = comparisons.filter(({ parts }) => parts.some(({ cause }) => cause === 'unexplained'));
    expect(left).to.deep.equal([]);
  });

  it('show every other cause somewhere', () => {
    const seen = new Set(comparisons.flatMap(({ parts }) => parts.map(({ cause }) => cause)));
    expect([...seen].sort()).to.include.members([
      'days',
      'estimate',
      'late_fee',
      'season',
      'tariff',
      'tier',
      'time_of_use',
      'usage',
    ]);
  });

  it('name lines that stand on one of the two bills', () => {
    for (const { parts } of comparisons) {
      for (const { cause, lines } of parts) {
        if (cause === 'late_fee' || cause === 'correction') expect(lines).to.deep.equal([cause]);
        expect(new Set(lines).size).to.equal(lines.length);
      }
    }
  });
});
