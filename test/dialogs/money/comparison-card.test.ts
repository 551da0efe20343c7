import { expect } from 'chai';
import fc from 'fast-check';
import demoProfile from '../../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../../data/profile/profile-schema.ts';
import { comparisonCard } from '../../../dialogs/money/comparison-card.ts';
import { checksFor, comparisonWords } from '../../../dialogs/money/comparison-words.ts';
import type { BillSide, Comparison } from '../../../domain/billing/explain/compare-bills.ts';
import { CAUSES } from '../../../domain/billing/explain/explain-bill.ts';
import { en } from '../../../strings/bot/en.ts';
import { zhHans } from '../../../strings/bot/zh-hans.ts';
import { cardSchema } from '../../../web/protocol/card.ts';

const profile = loadProfile(demoProfile);
const side: BillSide = {
  period: '2026-09',
  amountFen: 16_658,
  days: 30,
  kwh: 268,
  dailyTenths: 89,
  limits: [260, 600],
  basePrice: '0.62',
  peakPercent: null,
  estimated: false,
  shiftKwh: 0,
  lateFeeFen: 0,
};
const anySide = fc.record({
  peakPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  shiftKwh: fc.integer({ min: -90, max: 90 }),
  lateFeeFen: fc.integer({ min: 0, max: 900 }),
  estimated: fc.boolean(),
  limits: fc.constantFrom([], [260, 600]),
});
const anyComparison = fc
  .tuple(anySide, anySide, fc.array(fc.tuple(fc.constantFrom(...CAUSES), fc.integer({ min: -9999, max: 9999 }))))
  .map(([before, now, drawn]): Comparison => {
    const amounts = new Map(drawn);
    const parts = [...amounts].map(([cause, amountFen]) => ({ cause, amountFen, lines: ['tier1', 'late_fee'] }));
    const differenceFen = parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return {
      yardstick: 'month_before',
      before: { ...side, ...before },
      now: { ...side, ...now, period: '2026-10', amountFen: side.amountFen + differenceFen },
      differenceFen,
      parts,
    };
  });

describe('a comparison as a card', () => {
  for (const [language, words] of Object.entries({ en, zhHans })) {
    it(`has words for every cause and leaves no gap in them (${language})`, () => {
      fc.assert(
        fc.property(anyComparison, (comparison) => {
          const card = comparisonCard({ words }, comparison);
          expect(cardSchema.parse(card)).to.deep.equal(card);
          const text = JSON.stringify([
            card,
            comparisonWords({ words }, comparison),
            checksFor({ words, services: { profile } }, [comparison], { readingTo: 35_517 }),
          ]);
          expect(text).to.not.match(/undefined|NaN|null/);
        }),
      );
    });
  }

  it('measures what is used more by the hours of an air conditioner, where that says something', () => {
    const parts = [{ cause: 'usage', amountFen: 3000, lines: [] }] as const;
    const comparison = (daily: number): Comparison => ({
      yardstick: 'month_before',
      before: side,
      now: { ...side, dailyTenths: side.dailyTenths + daily },
      differenceFen: 3000,
      parts,
    });
    const checks = (daily: number) =>
      checksFor({ words: en, services: { profile } }, [comparison(daily)], { readingTo: 1 });
    // 2.2 kWh at 1100 W are two hours; 0.1 kWh five minutes; 30 kWh more than a day.
    expect(checks(22)).to.include('The 2.2 kWh more a day are what an air conditioner of 1100 W takes in 2 h.');
    expect(checks(1)).to.include('in 5 min.');
    expect(checks(300)).to.not.include('1100 W');
    expect(checks(-22)).to.not.include('1100 W');
  });

  it('goes from one total to the other by its steps, to the fen', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const steps = comparisonCard({ words: en }, comparison).waterfall?.steps ?? [];
        const [first, ...rest] = steps;
        const last = rest.pop();
        expect(rest.every(({ kind }) => kind === 'step')).to.equal(true);
        expect(rest.reduce((sum, { value }) => sum + value, first?.value ?? 0)).to.equal(last?.value);
      }),
    );
  });
});
