import { expect } from 'chai';
import fc from 'fast-check';
import { estimateShifts, type ReadMonth } from '../../../../domain/billing/explain/estimate-shifts.ts';
import { fraction, NOTHING, sumOf } from '../../../../domain/billing/fraction.ts';

const month = (period: string, days: number, kwh: number, estimated = false): ReadMonth => ({
  period,
  days,
  kwh,
  estimated,
});

describe('an estimated reading', () => {
  it('moves kWh between its neighbours, evenly by days where nothing else is known', () => {
    const shifts = estimateShifts([month('2026-05', 31, 100, true), month('2026-06', 30, 205)]);
    expect(shifts.get('2026-05')).to.deep.equal(fraction(-55n));
    expect(shifts.get('2026-06')).to.deep.equal(fraction(55n));
  });

  it('goes by the same months of the year before where they are known', () => {
    const shifts = estimateShifts([
      month('2025-05', 31, 100),
      month('2025-06', 30, 200),
      month('2026-05', 31, 150, true),
      month('2026-06', 30, 150),
    ]);
    expect(shifts.get('2026-05')).to.deep.equal(fraction(50n));
    expect(shifts.get('2026-06')).to.deep.equal(fraction(-50n));
    expect(shifts.has('2025-05')).to.equal(false);
  });

  it('is not put right before the meter is read', () => {
    expect(estimateShifts([month('2026-05', 31, 100), month('2026-06', 30, 205, true)]).size).to.equal(0);
  });

  it('loses and makes no kWh, however many there are in a row', () => {
    const run = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.boolean()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(run, (drawn) => {
        const months = drawn.map(([kwh, estimated], at) =>
          month(`2026-${String(at + 1).padStart(2, '0')}`, 30, kwh, estimated),
        );
        expect(sumOf([...estimateShifts(months).values()])).to.deep.equal(NOTHING);
      }),
    );
  });
});
