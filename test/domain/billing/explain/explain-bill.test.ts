import { expect } from 'chai';
import fc from 'fast-check';
import { billPeriod } from '../../../../domain/billing/bill-period.ts';
import type { Usage } from '../../../../domain/billing/compute-bill.ts';
import { type ExplainableBill, explainBill } from '../../../../domain/billing/explain/explain-bill.ts';
import { type Fraction, fraction, NOTHING } from '../../../../domain/billing/fraction.ts';
import { TO_THE_FEN } from '../../../../domain/billing/rounding.ts';
import type { Tariff } from '../../../../domain/billing/tariff.ts';
import { addDays } from '../../../../domain/local-time.ts';
import { anyTariff, anyUsage } from '../arbitrary-tariffs.ts';

const tiers = {
  seasons: [
    { months: [5, 6, 7, 8, 9, 10], limits: [260, 600] },
    { months: [11, 12, 1, 2, 3, 4], limits: [200, 400] },
  ],
  surcharges: ['0', '0.05', '0.30'],
};
const timeOfUse = {
  peak: [{ from: 10, to: 12 }],
  valley: [{ from: 0, to: 8 }],
  ratios: { peak: '1.7', flat: '1', valley: '0.38' },
};
const tiered: Tariff = { basePrice: '0.62', tiers };
const single: Tariff = { basePrice: '0.725' };

interface Made {
  readonly tariff: ExplainableBill['tariff'];
  readonly usage: Usage;
  readonly extra?: Readonly<Record<string, number>>;
  readonly shift?: Fraction;
  readonly days?: number;
}

/** A bill as the tariff makes it, with lines of its own. */
function billOf(period: string, { tariff, usage, extra = {}, shift = NOTHING, days }: Made): ExplainableBill {
  const from = `${period}-01`;
  const to = addDays(
    from,
    days ?? new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).getUTCDate(),
  );
  const terms = { tariff, freeKwh: false, rounding: TO_THE_FEN };
  const { lines } = billPeriod({ period, from, to, usage }, terms);
  const all = [
    ...lines,
    ...Object.entries(extra).map(([code, amountFen]) => ({ code, kwh: null, price: null, amountFen })),
  ];
  const amountFen = all.reduce((sum, line) => sum + line.amountFen, 0);
  return { period, from, to, kwh: usage.kwh, amountFen, lines: all, shift, ...terms };
}

function partsOf(before: ExplainableBill, now: ExplainableBill): Record<string, number> {
  return Object.fromEntries(explainBill(before, now).parts.map(({ cause, amountFen }) => [cause, amountFen]));
}

describe('why a bill is higher', () => {
  it('tells days, daily use and the tier apart (worked out by hand)', () => {
    // 30 days of 8 kWh: 148.80. 31 days of 10 kWh: 260 x 0.62 + 50 x 0.67 = 194.70.
    // Days: half of (8 x 0.62) + (10 x 0.62) = 5.58. Use: half of (30 x 2 x 0.62) + (31 x 2 x 0.62) = 37.82. Tier: 50 x 0.05.
    const june = billOf('2026-06', { tariff: { rates: tiered }, usage: { kwh: 240 } });
    const july = billOf('2026-07', { tariff: { rates: tiered }, usage: { kwh: 310 } });
    expect(explainBill(june, july).differenceFen).to.equal(4590);
    expect(partsOf(june, july)).to.deep.equal({ days: 558, usage: 3782, tier: 250 });
    expect(partsOf(july, june)).to.deep.equal({ days: -558, usage: -3782, tier: -250 });
  });

  it('names the lines that each part moves', () => {
    const june = billOf('2026-06', { tariff: { rates: tiered }, usage: { kwh: 240 } });
    const july = billOf('2026-07', { tariff: { rates: tiered }, usage: { kwh: 310 }, extra: { late_fee: 12 } });
    const lines = Object.fromEntries(explainBill(june, july).parts.map(({ cause, lines: codes }) => [cause, codes]));
    expect(lines).to.deep.equal({
      days: ['tier1', 'tier2'],
      usage: ['tier1', 'tier2'],
      tier: ['tier2'],
      late_fee: ['late_fee'],
    });
  });

  it('tells the season: the same use a day reaches the second tier sooner in winter (worked out by hand)', () => {
    // 31 days of 10 kWh in October: 50 kWh beyond 260. 30 days of 10 in November: 100 beyond 200.
    // Days: 10 x 0.62. Tier: 10 kWh less x 0.05, before or after. Season: 60 kWh more beyond the border x 0.05.
    const october = billOf('2026-10', { tariff: { rates: tiered }, usage: { kwh: 310 } });
    const november = billOf('2026-11', { tariff: { rates: tiered }, usage: { kwh: 300 } });
    expect(partsOf(october, november)).to.deep.equal({ days: -620, tier: -50, season: 300 });
  });

  it('tells a change of prices (worked out by hand)', () => {
    // 31 days of 5 kWh before, at 0.60; 31 after, at 0.62.
    const versions = {
      rates: { ...tiered },
      earlier: [{ until: '2026-07-31', rates: { ...tiered, basePrice: '0.60' } }],
    };
    const july = billOf('2026-07', { tariff: versions, usage: { kwh: 155 } });
    const august = billOf('2026-08', { tariff: versions, usage: { kwh: 155 } });
    expect(partsOf(july, august)).to.deep.equal({ tariff: 310 });
  });

  it('tells a change of prices in the middle of a month', () => {
    const versions = { rates: { ...single }, earlier: [{ until: '2026-07-15', rates: { basePrice: '0.70' } }] };
    const july = billOf('2026-07', { tariff: versions, usage: { kwh: 310 } });
    const august = billOf('2026-08', { tariff: versions, usage: { kwh: 310 } });
    // 150 of 310 kWh at 0.70 instead of 0.725.
    expect(partsOf(july, august)).to.deep.equal({ tariff: 375 });
  });

  it('tells the hours of use (worked out by hand)', () => {
    // 310 kWh at 1, at last 31 of them moved from valley to peak: 31 x (1.7 - 0.38).
    const rates = { basePrice: '1', timeOfUse };
    const usage = (peak: number) => ({ kwh: 310, periods: { peak, flat: 100, valley: 210 - peak } });
    const july = billOf('2026-07', { tariff: { rates }, usage: usage(60) });
    const august = billOf('2026-08', { tariff: { rates }, usage: usage(91) });
    expect(partsOf(july, august)).to.deep.equal({ time_of_use: 4092 });
  });

  it('tells an estimated reading (worked out by hand)', () => {
    // May was estimated at 100 kWh, June read 205: 305 in 61 days, 5 a day. May lacks 55, June has 55 too many.
    const may = billOf('2026-05', { tariff: { rates: single }, usage: { kwh: 100 }, shift: fraction(-55n) });
    const june = billOf('2026-06', { tariff: { rates: single }, usage: { kwh: 205 }, shift: fraction(55n) });
    // 110 x 0.725 = 79.75; a day of 5 kWh less, -3.625, which takes the fen of the rounding.
    expect(partsOf(may, june)).to.deep.equal({ days: -362, estimate: 7975 });
  });

  it('reads late fees and corrections off their lines', () => {
    const usage = { kwh: 100 };
    const july = billOf('2026-07', { tariff: { rates: single }, usage, extra: { late_fee: 30 } });
    const august = billOf('2026-08', { tariff: { rates: single }, usage, extra: { late_fee: 45, correction: -500 } });
    expect(partsOf(july, august)).to.deep.equal({ late_fee: 15, correction: -500 });
  });

  it('gives what the tariff does not account for no other name', () => {
    const usage = { kwh: 100 };
    const july = billOf('2026-07', { tariff: { rates: single }, usage });
    const august = billOf('2026-08', { tariff: { rates: single }, usage, extra: { service: 700 } });
    expect(partsOf(july, august)).to.deep.equal({ unexplained: 700 });
  });

  it('finds nothing between equal bills', () => {
    const bill = billOf('2026-07', { tariff: { rates: tiered }, usage: { kwh: 310 } });
    expect(explainBill(bill, bill)).to.deep.equal({ differenceFen: 0, parts: [] });
  });
});

const versionsOf = (tariffs: fc.Arbitrary<Tariff>) =>
  fc
    .record({ rates: tariffs, old: tariffs, day: fc.integer({ min: 0, max: 60 }) })
    .map(({ rates, old, day }) => ({ rates, earlier: [{ until: addDays('2026-06-01', day), rates: old }] }));
const shift = fc
  .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 61 }))
  .map(([kwh, days]) => fraction(BigInt(kwh), BigInt(days)));
const extra = fc.record(
  {
    late_fee: fc.integer({ min: 0, max: 500 }),
    correction: fc.integer({ min: -9000, max: 9000 }),
    strange: fc.integer(),
  },
  { requiredKeys: [] },
);
const anyMade = (usages: fc.Arbitrary<Usage>) =>
  fc.record({ usage: usages, extra, shift, days: fc.integer({ min: 1, max: 62 }) });
const anyPeriod = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`);
const withHours = anyTariff.filter(({ timeOfUse: hours }) => hours !== undefined);
const withoutHours = anyTariff.map(({ timeOfUse: _hours, ...rest }): Tariff => rest);
const withoutPeriods = anyUsage.map(({ kwh }): Usage => ({ kwh }));

const pairOf = (tariffs: fc.Arbitrary<Tariff>, usages: fc.Arbitrary<Usage>) => {
  const made = anyMade(usages);
  const tariff = versionsOf(tariffs);
  return fc
    .tuple(tariff, tariff, made, made, anyPeriod, anyPeriod)
    .map(
      ([one, two, a, b, before, now]) =>
        [billOf(before, { ...a, tariff: one }), billOf(now, { ...b, tariff: two })] as const,
    );
};
const anyPair = pairOf(anyTariff, anyUsage);

describe('laws of the explanation', () => {
  it('parts add up to the difference, to the fen, always', () => {
    fc.assert(
      fc.property(anyPair, ([before, now]) => {
        const { differenceFen, parts } = explainBill(before, now);
        expect(differenceFen).to.equal(now.amountFen - before.amountFen);
        expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).to.equal(differenceFen);
      }),
      { numRuns: 200 },
    );
  });

  it('so they do where the lines of a bill make no sense at all', () => {
    const line = fc.record({
      code: fc.constantFrom('tier1', 'peak', 'valley', 'energy', 'late_fee', 'correction', 'odd'),
      kwh: fc.option(fc.integer({ min: 0, max: 500 })),
      price: fc.constant('0.50'),
      amountFen: fc.integer({ min: -100_000, max: 100_000 }),
    });
    fc.assert(
      fc.property(
        anyPair,
        fc.array(line),
        fc.integer({ min: -100_000, max: 100_000 }),
        ([before, made], lines, amountFen) => {
          const now = { ...made, lines, amountFen };
          const { parts } = explainBill(before, now);
          expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).to.equal(amountFen - before.amountFen);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('bills that the tariff made leave nothing unexplained but lines of no known kind', () => {
    fc.assert(
      fc.property(fc.oneof(pairOf(withHours, anyUsage), pairOf(withoutHours, withoutPeriods)), ([before, now]) => {
        const strange = (bill: ExplainableBill) => bill.lines.find(({ code }) => code === 'strange')?.amountFen ?? 0;
        expect(partsOf(before, now).unexplained ?? 0).to.equal(strange(now) - strange(before));
      }),
      { numRuns: 100 },
    );
  });

  it('what has not changed has no part in it', () => {
    fc.assert(
      fc.property(anyTariff, anyUsage, anyUsage, (rates, a, b) => {
        const tariff = { rates };
        const parts = partsOf(billOf('2026-07', { tariff, usage: a }), billOf('2026-08', { tariff, usage: b }));
        expect(parts).to.not.have.any.keys('days', 'season', 'tariff', 'estimate', 'unexplained');
      }),
      { numRuns: 100 },
    );
  });

  it('the other way round it is the same with the other sign, but for the fen of rounding', () => {
    fc.assert(
      fc.property(anyPair, ([before, now]) => {
        const there = partsOf(before, now);
        const back = partsOf(now, before);
        for (const cause of new Set([...Object.keys(there), ...Object.keys(back)])) {
          expect(Math.abs((there[cause] ?? 0) + (back[cause] ?? 0)), cause).to.be.at.most(ROUNDING);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Half a fen for each line of either bill, all of it on one part at worst. */
const ROUNDING = 20;
