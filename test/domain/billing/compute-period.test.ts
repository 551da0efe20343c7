import { expect } from 'chai';
import fc from 'fast-check';
import { billPeriod } from '../../../domain/billing/bill-period.ts';
import { type BillPart, computeBill, computePeriod, type Usage } from '../../../domain/billing/compute-bill.ts';
import { ROUNDING_MODES } from '../../../domain/billing/rounding.ts';
import { type Tariff, TOU_PERIODS } from '../../../domain/billing/tariff.ts';
import { splitByDays, tariffsBetween } from '../../../domain/billing/tariff-versions.ts';
import { anyTariff, anyUsage } from './arbitrary-tariffs.ts';

const month = fc.integer({ min: 1, max: 12 });
const rounding = fc.record({ mode: fc.constantFrom(...ROUNDING_MODES), unitFen: fc.constantFrom(1, 10, 100) });
const terms = fc.record({ freeKwh: fc.boolean(), rounding });

describe('laws of a billing period', () => {
  it('splitting it between equal tariffs changes nothing at all', () => {
    fc.assert(
      fc.property(
        anyTariff,
        month,
        anyUsage,
        fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 2, maxLength: 4 }),
        (tariff, inMonth, usage, days) => {
          const whole = computeBill(tariff, inMonth, usage);
          const parts = splitByDays(usage, days).map((share): BillPart => ({ tariff, month: inMonth, usage: share }));
          expect(computePeriod(parts)).to.deep.equal(whole);
        },
      ),
    );
  });

  it('lines add up to the total and to the usage, whatever the terms', () => {
    fc.assert(
      fc.property(anyTariff, anyTariff, month, anyUsage, anyUsage, terms, (one, two, inMonth, a, b, given) => {
        const { lines, totalFen } = computePeriod(
          [
            { tariff: one, month: inMonth, usage: a },
            { tariff: two, month: inMonth, usage: b },
          ],
          given,
        );
        expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).to.equal(totalFen);
        expect(Math.abs(totalFen % given.rounding.unitFen)).to.equal(0);
        const used = lines.filter(({ code }) => code !== 'free' && !code.endsWith('_surcharge'));
        expect(used.reduce((sum, { kwh }) => sum + (kwh ?? 0), 0)).to.equal(a.kwh + b.kwh);
      }),
    );
  });

  it('more usage never costs less, but for the rounding of its lines', () => {
    fc.assert(
      fc.property(
        anyTariff,
        month,
        anyUsage,
        fc.constantFrom(...TOU_PERIODS),
        fc.boolean(),
        (tariff, inMonth, usage, more, freeKwh) => {
          const bill = (used: Usage) => computePeriod([{ tariff, month: inMonth, usage: used }], { freeKwh });
          const before = bill(usage);
          const after = bill(oneMore(usage, more));
          // Without free kWh every line rises or stays, so that rounding cannot turn it; with them two lines may move against each other.
          const slack = freeKwh && tariff.freeKwh !== undefined ? after.lines.length : 0;
          expect(after.totalFen).to.be.at.least(before.totalFen - slack);
        },
      ),
    );
  });

  it('nothing jumps at a tier border: the kWh before and after it differ by the surcharge alone', () => {
    fc.assert(
      fc.property(anyTariff, month, (tariff, inMonth) => {
        const { tiers } = tariff;
        if (tiers === undefined || tariff.minimumFen !== undefined) return;
        const limits = tiers.seasons.find(({ months }) => months.includes(inMonth))?.limits ?? [];
        limits.forEach((limit, index) => {
          const cost = (kwh: number) => computeBill(tariff, inMonth, inFlatHours(kwh)).totalFen;
          const bend = cost(limit + 1) - cost(limit) - (cost(limit) - cost(limit - 1));
          const surcharge = Number(tiers.surcharges[index + 1]) - Number(tiers.surcharges[index]);
          // Each of the three bills is within half a fen a line of the exact sum.
          expect(Math.abs(bend - surcharge * 100)).to.be.at.most(2 * (limits.length + 2));
        });
      }),
    );
  });

  it('an eligible household never pays more, nor less than nothing', () => {
    fc.assert(
      fc.property(anyTariff, month, anyUsage, (tariff, inMonth, usage) => {
        const parts = [{ tariff, month: inMonth, usage }];
        const eligible = computePeriod(parts, { freeKwh: true });
        expect(eligible.totalFen).to.be.at.most(computePeriod(parts).totalFen);
        // Two free lines may each be rounded away from what they take off.
        expect(eligible.totalFen).to.be.at.least(-eligible.lines.length);
      }),
    );
  });

  it('a minimum is what a month costs at least', () => {
    fc.assert(
      fc.property(
        anyTariff,
        month,
        anyUsage,
        fc.integer({ min: 1, max: 10_000 }),
        (tariff, inMonth, usage, minimumFen) => {
          const { minimumFen: _none, ...without } = tariff;
          const bare = computeBill(without, inMonth, usage).totalFen;
          expect(computeBill({ ...without, minimumFen }, inMonth, usage).totalFen).to.equal(Math.max(bare, minimumFen));
        },
      ),
    );
  });
});

describe('a tariff that changes', () => {
  const before: Tariff = { basePrice: '0.60' };
  const now: Tariff = { basePrice: '0.62' };
  const versions = { rates: now, earlier: [{ until: '2026-05-15', rates: before }] };

  it('holds through its last day', () => {
    expect(tariffsBetween(versions, '2026-05-01', '2026-06-01')).to.deep.equal([
      { tariff: before, days: 15 },
      { tariff: now, days: 16 },
    ]);
    expect(tariffsBetween(versions, '2026-05-16', '2026-06-01')).to.deep.equal([{ tariff: now, days: 16 }]);
    expect(tariffsBetween(versions, '2026-04-01', '2026-05-16')).to.deep.equal([{ tariff: before, days: 45 }]);
  });

  it('is taken in the order of its dates, however they stand', () => {
    const oldest: Tariff = { basePrice: '0.50' };
    const three = { rates: now, earlier: [...versions.earlier, { until: '2026-04-30', rates: oldest }] };
    expect(tariffsBetween(three, '2026-04-16', '2026-06-01').map(({ days }) => days)).to.deep.equal([15, 15, 16]);
  });

  it('splits usage by days, 150 and 160 of 310 kWh', () => {
    const metered = { period: '2026-05', from: '2026-05-01', to: '2026-06-01', usage: { kwh: 310 } };
    const given = { tariff: versions, freeKwh: false, rounding: { mode: 'half_up', unitFen: 1 } } as const;
    expect(billPeriod(metered, given).lines).to.deep.equal([
      { code: 'energy', kwh: 150, price: '0.60', amountFen: 9000 },
      { code: 'energy', kwh: 160, price: '0.62', amountFen: 9920 },
    ]);
  });

  it('goes by readings where the meter was read that day, 200 and 110 of 310 kWh', () => {
    const metered = { period: '2026-05', from: '2026-05-01', to: '2026-06-01', usage: { kwh: 310 } };
    const given = { tariff: versions, freeKwh: false, rounding: { mode: 'half_up', unitFen: 1 } } as const;
    expect(billPeriod({ ...metered, byReading: [{ kwh: 200 }, { kwh: 110 }] }, given).lines).to.deep.equal([
      { code: 'energy', kwh: 200, price: '0.60', amountFen: 12_000 },
      { code: 'energy', kwh: 110, price: '0.62', amountFen: 6820 },
    ]);
    expect(() => billPeriod({ ...metered, byReading: [{ kwh: 310 }] }, given)).to.throw(RangeError, '1 readings');
  });

  it('loses no kWh in the split, and gives each part its share to the kWh', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyUsage, shares, (usage, days) => {
        const split = splitByDays(usage, days);
        const all = days.reduce((sum, part) => sum + part, 0);
        expect(split.reduce((sum, { kwh }) => sum + kwh, 0)).to.equal(usage.kwh);
        for (const code of TOU_PERIODS) {
          const used = usage.periods?.[code] ?? 0;
          split.forEach(({ periods }, index) => {
            expect(Math.abs((periods?.[code] ?? 0) - (used * (days[index] ?? 0)) / all)).to.be.below(1);
          });
        }
      }),
    );
  });
});

function oneMore({ kwh, periods }: Usage, more: (typeof TOU_PERIODS)[number]): Usage {
  return { kwh: kwh + 1, periods: { ...periods, [more]: (periods?.[more] ?? 0) + 1 } };
}

function inFlatHours(kwh: number): Usage {
  return { kwh, periods: { flat: kwh } };
}
