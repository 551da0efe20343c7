import fc from 'fast-check';
import type { Usage } from '../../../domain/billing/compute-bill.ts';
import type { Tariff } from '../../../domain/billing/tariff.ts';

const price = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((units) => `${Math.floor(units / 1e6)}.${String(units % 1e6).padStart(6, '0')}`);

const season = (months: readonly number[]) =>
  fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 600 }))
    .map(([first, more]) => ({ months, limits: [first, first + more] }));

const tiers = fc
  .record({
    summer: season([5, 6, 7, 8, 9, 10]),
    winter: season([11, 12, 1, 2, 3, 4]),
    second: fc.integer({ min: 0, max: 20 }),
    third: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ summer, winter, second, third }) => ({
    seasons: [summer, winter],
    surcharges: ['0', yuan(second), yuan(second + third)],
  }));

const timeOfUse = fc.constantFrom('0.25', '0.38', '0.5').map((valley) => ({
  peak: [{ from: 10, to: 12 }],
  valley: [{ from: 0, to: 8 }],
  ratios: { peak: '1.7', flat: '1', valley },
  criticalPeak: { factor: '1.25', spans: [{ from: 11, to: 12 }], months: [7, 8, 9], hotDayCelsius: 35 },
}));

/** With and without tiers, time of use, a minimum and free kWh. */
export const anyTariff: fc.Arbitrary<Tariff> = fc.record(
  {
    basePrice: price(2_000_000),
    tiers,
    timeOfUse,
    minimumFen: fc.integer({ min: 1, max: 3000 }),
    freeKwh: fc.integer({ min: 1, max: 40 }),
  },
  { requiredKeys: ['basePrice'] },
);

const kwh = fc.integer({ min: 0, max: 900 });

/** Always with its periods: tariffs without time of use do not look at them. */
export const anyUsage: fc.Arbitrary<Usage> = fc
  .record({ critical_peak: kwh, peak: kwh, flat: kwh, valley: kwh })
  .map((periods) => ({
    kwh: periods.critical_peak + periods.peak + periods.flat + periods.valley,
    periods,
  }));

function yuan(hundredths: number): string {
  return `0.${String(hundredths).padStart(2, '0')}`;
}
