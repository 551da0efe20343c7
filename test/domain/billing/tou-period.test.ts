import { expect } from 'chai';
import { touPeriodOf } from '../../../domain/billing/tou-period.ts';

const timeOfUse = {
  peak: [
    { from: 10, to: 12 },
    { from: 14, to: 19 },
  ],
  valley: [{ from: 0, to: 8 }],
  ratios: { peak: '1.7', flat: '1', valley: '0.38' },
  criticalPeak: {
    factor: '1.25',
    spans: [
      { from: 11, to: 12 },
      { from: 15, to: 17 },
    ],
    months: [7, 8, 9],
    hotDayCelsius: 35,
  },
};

describe('the period of an hour', () => {
  it('divides an ordinary day into valley, flat and peak', () => {
    const day = Array.from({ length: 24 }, (_, hour) => touPeriodOf(timeOfUse, { month: 3, hour }).charAt(0)).join('');
    expect(day).to.equal('vvvvvvvvffppffpppppfffff');
  });

  it('has critical hours in the summer months', () => {
    const day = Array.from({ length: 24 }, (_, hour) => touPeriodOf(timeOfUse, { month: 8, hour }).charAt(0)).join('');
    expect(day).to.equal('vvvvvvvvffpcffpccppfffff');
  });

  it('has critical hours on hot days of any month', () => {
    expect(touPeriodOf(timeOfUse, { month: 5, hour: 16, celsius: 35 })).to.equal('critical_peak');
    expect(touPeriodOf(timeOfUse, { month: 5, hour: 16, celsius: 34.9 })).to.equal('peak');
  });
});
