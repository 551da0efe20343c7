import { expect } from 'chai';
import fc from 'fast-check';
import { computeBill } from '../../../domain/billing/compute-bill.ts';
import { fractionOf } from '../../../domain/billing/fraction.ts';
import type { Tariff } from '../../../domain/billing/tariff.ts';
import { daysOfMonth, type Load, whatIf } from '../../../domain/billing/what-if.ts';
import { anyTariff } from './arbitrary-tariffs.ts';

const tiered: Tariff = {
  basePrice: '0.62',
  tiers: {
    seasons: [
      { months: [5, 6, 7, 8, 9, 10], limits: [260, 600] },
      { months: [1, 2, 3, 4, 11, 12], limits: [200, 400] },
    ],
    surcharges: ['0', '0.05', '0.30'],
  },
};
const hours: Tariff = {
  basePrice: '0.62',
  timeOfUse: {
    peak: [
      { from: 10, to: 12 },
      { from: 14, to: 19 },
    ],
    valley: [{ from: 0, to: 8 }],
    ratios: { peak: '1.7', flat: '1', valley: '0.38' },
  },
};
const none = { kwh: fractionOf(0) };
const every = fractionOf(30);

describe('what something would cost', () => {
  it('an air conditioner of 1100 watts, 8 hours a day, on top of 200 kWh in July (worked out by hand)', () => {
    // 1.1 x 8 x 30 = 264 kWh: 60 up to 260, 204 beyond. 60 x 0.62 = 37.20, 204 x 0.67 = 136.68.
    const load: Load = { watts: 1100, fromHour: 22, minutes: 480, days: every };
    expect(whatIf({ tariff: tiered, month: 7, base: { kwh: fractionOf(200) }, load })).to.deep.equal({
      kwhHundredths: 26_400,
      extraFen: 17_388,
      lines: [
        { code: 'tier1', kwhHundredths: 6000, price: '0.62', amountFen: 3720 },
        { code: 'tier2', kwhHundredths: 20_400, price: '0.67', amountFen: 13_668 },
      ],
    });
  });

  it('an electric car of 7 kW, an hour and a half a night, in the valley and by day (worked out by hand)', () => {
    // 7 x 1.5 x 30 = 315 kWh. At night 315 x 0.2356 = 74.214; from 14:00 315 x 1.054 = 332.01.
    const load: Load = { watts: 7000, fromHour: 0, minutes: 90, days: every };
    expect(whatIf({ tariff: hours, month: 11, base: none, load })).to.include({
      kwhHundredths: 31_500,
      extraFen: 7421,
    });
    expect(whatIf({ tariff: hours, month: 11, base: none, load: { ...load, fromHour: 14 } }).extraFen).to.equal(33_201);
  });

  it('goes past midnight from flat hours into the valley', () => {
    // 22 to 24 flat, 0 to 2 valley, 1 kW on each of 30 days: 60 kWh each.
    const load: Load = { watts: 1000, fromHour: 22, minutes: 240, days: every };
    const { lines } = whatIf({ tariff: hours, month: 11, base: none, load });
    expect(lines.map(({ code, kwhHundredths }) => [code, kwhHundredths])).to.deep.equal([
      ['flat', 6000],
      ['valley', 6000],
    ]);
  });

  it('a washing machine three times a week: every line can be reckoned again from what it shows', () => {
    // 0.5 kWh on 90/7 of 30 days is 6.428...: 6.43 kWh x 0.62 = 3.9866.
    const load: Load = { watts: 500, fromHour: 20, minutes: 60, days: daysOfMonth(3) };
    const { lines, extraFen } = whatIf({ tariff: tiered, month: 11, base: none, load });
    expect(lines).to.deep.equal([{ code: 'tier1', kwhHundredths: 643, price: '0.62', amountFen: 399 }]);
    expect(extraFen).to.equal(399);
  });

  it('counts days by the times a week, never more than every day', () => {
    expect(daysOfMonth(7)).to.deep.equal(fractionOf(30));
    expect(daysOfMonth(20)).to.deep.equal(fractionOf(30));
    expect(daysOfMonth(3)).to.deep.equal({ of: 90n, over: 7n });
  });

  it('is what two bills differ by, but for their rounding, and its lines add up', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const kwh = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(
        anyTariff,
        month,
        kwh,
        kwh,
        fc.integer({ min: 0, max: 23 }),
        (tariff, inMonth, base, more, fromHour) => {
          const { minimumFen: _minimum, timeOfUse: _hours, ...plain } = tariff;
          const load: Load = { watts: more * 100, fromHour, minutes: 20, days: every };
          const extra = whatIf({ tariff: plain, month: inMonth, base: { kwh: fractionOf(base) }, load });
          const bill = (used: number) => computeBill(plain, inMonth, { kwh: used }).totalFen;
          expect(Math.abs(extra.extraFen - (bill(base + more) - bill(base)))).to.be.at.most(4);
          expect(extra.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).to.equal(extra.extraFen);
          expect(whatIf({ tariff, month: inMonth, base: { kwh: fractionOf(base) }, load }).extraFen).to.be.at.least(0);
        },
      ),
    );
  });
});
