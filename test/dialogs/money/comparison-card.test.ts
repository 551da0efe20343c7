import { expect } from 'chai';
import fc from 'fast-check';
import { comparisonCard } from '../../../dialogs/money/comparison-card.ts';
import { checksFor, comparisonWords } from '../../../dialogs/money/comparison-words.ts';
import type { BillFacts } from '../../../domain/billing/billing-source.ts';
import type { BillSide, Comparison } from '../../../domain/billing/explain/compare-bills.ts';
import { CAUSES } from '../../../domain/billing/explain/explain-bill.ts';
import { en } from '../../../strings/bot/en.ts';
import { zhHans } from '../../../strings/bot/zh-hans.ts';
import { cardSchema } from '../../../web/protocol/card.ts';

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
          const bill = { readingTo: 35_517 } as BillFacts;
          const text = JSON.stringify([
            card,
            comparisonWords({ words }, comparison),
            checksFor({ words }, [comparison], bill),
          ]);
          expect(text).to.not.match(/undefined|NaN|null/);
        }),
      );
    });
  }

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
