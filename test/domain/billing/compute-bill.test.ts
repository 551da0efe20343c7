import { expect } from 'chai';
import fc from 'fast-check';
import { computeBill, type Usage } from '../../../domain/billing/compute-bill.ts';
import type { Tariff } from '../../../domain/billing/tariff.ts';

const tiers = {
  seasons: [
    { months: [5, 6, 7, 8, 9, 10], limits: [260, 600] },
    { months: [11, 12, 1, 2, 3, 4], limits: [200, 400] },
  ],
  surcharges: ['0', '0.05', '0.30'],
};
const timeOfUse = {
  peak: [
    { from: 10, to: 12 },
    { from: 14, to: 19 },
  ],
  valley: [{ from: 0, to: 8 }],
  ratios: { peak: '1.7', flat: '1', valley: '0.38' },
};
const criticalPeak = { factor: '1.25', spans: [{ from: 11, to: 12 }], months: [7, 8, 9], hotDayCelsius: 35 };

const tiered: Tariff = { basePrice: '0.66286875', tiers };
const single: Tariff = { basePrice: '0.725' };
const tieredTou: Tariff = { basePrice: '0.62', tiers, timeOfUse };
const commercial: Tariff = { basePrice: '0.68', timeOfUse: { ...timeOfUse, criticalPeak } };

/** Worked out by hand; each line is [code, kWh, yuan a kWh, fen], the comment its exact amount in fen. */
const BILLS: readonly {
  what: string;
  tariff: Tariff;
  month: number;
  usage: Usage;
  lines: readonly (readonly [string, number, string, number])[];
  totalFen: number;
}[] = [
  {
    what: 'nothing used',
    tariff: tiered,
    month: 7,
    usage: { kwh: 0 },
    lines: [['tier1', 0, '0.66286875', 0]],
    totalFen: 0,
  },
  {
    what: 'summer, the whole first tier',
    tariff: tiered,
    month: 7,
    usage: { kwh: 260 },
    lines: [['tier1', 260, '0.66286875', 17235]], // 17234.5875
    totalFen: 17235,
  },
  {
    what: 'summer, one kWh into the second tier',
    tariff: tiered,
    month: 5,
    usage: { kwh: 261 },
    lines: [
      ['tier1', 260, '0.66286875', 17235],
      ['tier2', 1, '0.71286875', 71], // 71.286875
    ],
    totalFen: 17306,
  },
  {
    what: 'summer, the whole second tier',
    tariff: tiered,
    month: 10,
    usage: { kwh: 600 },
    lines: [
      ['tier1', 260, '0.66286875', 17235],
      ['tier2', 340, '0.71286875', 24238], // 24237.5375
    ],
    totalFen: 41473,
  },
  {
    what: 'summer, one kWh into the third tier',
    tariff: tiered,
    month: 8,
    usage: { kwh: 601 },
    lines: [
      ['tier1', 260, '0.66286875', 17235],
      ['tier2', 340, '0.71286875', 24238],
      ['tier3', 1, '0.96286875', 96], // 96.286875
    ],
    totalFen: 41569,
  },
  {
    what: 'summer, 1000 kWh',
    tariff: tiered,
    month: 7,
    usage: { kwh: 1000 },
    lines: [
      ['tier1', 260, '0.66286875', 17235],
      ['tier2', 340, '0.71286875', 24238],
      ['tier3', 400, '0.96286875', 38515], // 38514.75
    ],
    totalFen: 79988,
  },
  {
    what: 'winter, the whole first tier',
    tariff: tiered,
    month: 1,
    usage: { kwh: 200 },
    lines: [['tier1', 200, '0.66286875', 13257]], // 13257.375
    totalFen: 13257,
  },
  {
    what: 'winter, the whole second tier',
    tariff: tiered,
    month: 4,
    usage: { kwh: 400 },
    lines: [
      ['tier1', 200, '0.66286875', 13257],
      ['tier2', 200, '0.71286875', 14257], // 14257.375
    ],
    totalFen: 27514,
  },
  {
    what: 'winter, 500 kWh',
    tariff: tiered,
    month: 11,
    usage: { kwh: 500 },
    lines: [
      ['tier1', 200, '0.66286875', 13257],
      ['tier2', 200, '0.71286875', 14257],
      ['tier3', 100, '0.96286875', 9629], // 9628.6875
    ],
    totalFen: 37143,
  },
  {
    what: 'the same 300 kWh in winter as in the next line in summer',
    tariff: tiered,
    month: 2,
    usage: { kwh: 300 },
    lines: [
      ['tier1', 200, '0.66286875', 13257],
      ['tier2', 100, '0.71286875', 7129], // 7128.6875
    ],
    totalFen: 20386,
  },
  {
    what: '300 kWh in summer',
    tariff: tiered,
    month: 6,
    usage: { kwh: 300 },
    lines: [
      ['tier1', 260, '0.66286875', 17235],
      ['tier2', 40, '0.71286875', 2851], // 2851.475
    ],
    totalFen: 20086,
  },
  {
    what: 'a single price',
    tariff: single,
    month: 3,
    usage: { kwh: 1234 },
    lines: [['energy', 1234, '0.725', 89465]],
    totalFen: 89465,
  },
  {
    what: 'half a fen, which goes up',
    tariff: single,
    month: 3,
    usage: { kwh: 1 },
    lines: [['energy', 1, '0.725', 73]], // 72.5
    totalFen: 73,
  },
  {
    what: 'time of use with tiers, winter',
    tariff: tieredTou,
    month: 3,
    usage: { kwh: 300, periods: { peak: 100, flat: 100, valley: 100 } },
    lines: [
      ['peak', 100, '1.054', 10540],
      ['flat', 100, '0.62', 6200],
      ['valley', 100, '0.2356', 2356],
      ['tier2_surcharge', 100, '0.05', 500],
    ],
    totalFen: 19596,
  },
  {
    what: 'time of use with all three tiers, flat hours only',
    tariff: tieredTou,
    month: 12,
    usage: { kwh: 500, periods: { flat: 500 } },
    lines: [
      ['flat', 500, '0.62', 31000],
      ['tier2_surcharge', 200, '0.05', 1000],
      ['tier3_surcharge', 100, '0.30', 3000],
    ],
    totalFen: 35000,
  },
  {
    what: 'critical peak: 0.68 x 1.7 x 1.25',
    tariff: commercial,
    month: 7,
    usage: { kwh: 200, periods: { critical_peak: 30, peak: 70, flat: 50, valley: 50 } },
    lines: [
      ['critical_peak', 30, '1.445', 4335],
      ['peak', 70, '1.156', 8092],
      ['flat', 50, '0.68', 3400],
      ['valley', 50, '0.2584', 1292],
    ],
    totalFen: 17119,
  },
];

describe('the tariff engine', () => {
  for (const { what, tariff, month, usage, lines, totalFen } of BILLS) {
    it(`bills ${what}`, () => {
      const bill = computeBill(tariff, month, usage);
      expect(bill.lines.map(({ code, kwh, price, amountFen }) => [code, kwh, price, amountFen])).to.deep.equal(lines);
      expect(bill.totalFen).to.equal(totalFen);
    });
  }

  it('refuses usage that is not whole, is negative, or does not add up', () => {
    expect(() => computeBill(tiered, 7, { kwh: 1.5 })).to.throw(RangeError, 'whole kWh');
    expect(() => computeBill(tiered, 7, { kwh: -1 })).to.throw(RangeError, 'whole kWh');
    expect(() => computeBill(commercial, 7, { kwh: 10, periods: { peak: 9 } })).to.throw(RangeError, 'add up to 9');
  });

  it('refuses a month that no season has', () => {
    expect(() => computeBill(tiered, 13, { kwh: 1 })).to.throw(RangeError, 'month 13');
  });
});

const month = fc.integer({ min: 1, max: 12 });
const kwh = fc.integer({ min: 0, max: 100_000 });
const price = fc
  .integer({ min: 1, max: 300_000_000 })
  .map((units) => `${Math.floor(units / 1e8)}.${String(units % 1e8).padStart(8, '0')}`);
const periods = fc
  .record({ critical_peak: kwh, peak: kwh, flat: kwh, valley: kwh })
  .map((used) => ({ kwh: used.critical_peak + used.peak + used.flat + used.valley, periods: used }));

describe('laws of the tariff engine', () => {
  it('lines add up to the total and to the usage', () => {
    fc.assert(
      fc.property(price, month, kwh, (basePrice, inMonth, used) => {
        const { lines, totalFen } = computeBill({ basePrice, tiers }, inMonth, { kwh: used });
        expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).to.equal(totalFen);
        expect(lines.reduce((sum, line) => sum + (line.kwh ?? 0), 0)).to.equal(used);
      }),
    );
  });

  it('a bill is within half a fen a line of the exact sum, time of use and tiers together', () => {
    fc.assert(
      fc.property(price, month, periods, (basePrice, inMonth, used) => {
        const { lines, totalFen } = computeBill(
          { basePrice, tiers, timeOfUse: { ...timeOfUse, criticalPeak } },
          inMonth,
          used,
        );
        // Exact in units of 10^-14 yuan: prices have at most 8 decimals, ratios 4 together.
        const scale = 10n ** 14n;
        const exact = lines.reduce((sum, line) => sum + unitsOf(line.price ?? '0', 14) * BigInt(line.kwh ?? 0), 0n);
        const gap = BigInt(totalFen) * (scale / 100n) - exact;
        const bound = (BigInt(lines.length) * (scale / 100n)) / 2n;
        expect(gap <= bound && gap >= -bound).to.equal(true);
      }),
    );
  });

  it('more usage never costs less, and one kWh more never costs more than the dearest price and the rounding of two lines', () => {
    fc.assert(
      fc.property(price, month, kwh, (basePrice, inMonth, used) => {
        const tariff = { basePrice, tiers };
        const step =
          computeBill(tariff, inMonth, { kwh: used + 1 }).totalFen -
          computeBill(tariff, inMonth, { kwh: used }).totalFen;
        expect(step).to.be.at.least(0);
        expect(step).to.be.at.most((Number(basePrice) + 0.3) * 100 + 1);
      }),
    );
  });

  it('nothing jumps at a border: up to it the next tier does not exist, one kWh beyond costs that tier alone', () => {
    fc.assert(
      fc.property(price, month, fc.constantFrom(0, 1), (basePrice, inMonth, border) => {
        const limit = tiers.seasons.find(({ months }) => months.includes(inMonth))?.limits[border] ?? 0;
        const at = computeBill({ basePrice, tiers }, inMonth, { kwh: limit });
        const beyond = computeBill({ basePrice, tiers }, inMonth, { kwh: limit + 1 });
        expect(beyond.lines.slice(0, -1)).to.deep.equal(at.lines);
        expect(beyond.lines.at(-1)?.kwh).to.equal(1);
      }),
    );
  });

  it('tiers without a surcharge cost what a single price costs, but for rounding', () => {
    fc.assert(
      fc.property(price, month, kwh, (basePrice, inMonth, used) => {
        const flat = { ...tiers, surcharges: ['0', '0', '0'] };
        const gap =
          computeBill({ basePrice, tiers: flat }, inMonth, { kwh: used }).totalFen -
          computeBill({ basePrice }, inMonth, { kwh: used }).totalFen;
        expect(Math.abs(gap)).to.be.at.most(1);
      }),
    );
  });
});

function unitsOf(decimal: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
