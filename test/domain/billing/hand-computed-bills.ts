import type { BillPart, BillTerms } from '../../../domain/billing/compute-bill.ts';
import type { Tariff } from '../../../domain/billing/tariff.ts';

/**
 * Bills worked out by hand, for a reader to check. A line reads "kind: kWh x yuan a kWh = yuan, exact -> fen, rounded";
 * a line without kWh "kind: how it comes about -> fen". The total is the sum of the last figures.
 */
export interface HandComputedBill {
  readonly what: string;
  readonly parts: readonly BillPart[];
  readonly terms?: BillTerms;
  readonly lines: readonly string[];
  readonly totalFen: number;
}

const SUMMER = [5, 6, 7, 8, 9, 10];
const WINTER = [11, 12, 1, 2, 3, 4];
/** Guangdong: 0-260, 261-600, 601 and more in summer; 0-200, 201-400, 401 and more in winter. */
const tiers = {
  seasons: [
    { months: SUMMER, limits: [260, 600] },
    { months: WINTER, limits: [200, 400] },
  ],
  surcharges: ['0', '0.05', '0.30'],
};
/** Peak 1.7 times, valley 0.38 times the base price. */
const timeOfUse = {
  peak: [
    { from: 10, to: 12 },
    { from: 14, to: 19 },
  ],
  valley: [{ from: 0, to: 8 }],
  ratios: { peak: '1.7', flat: '1', valley: '0.38' },
};
const criticalPeak = { factor: '1.25', spans: [{ from: 11, to: 12 }], months: [7, 8, 9], hotDayCelsius: 35 };

const TARIFFS = {
  /** 0.62, 0.67, 0.92. */
  guangdong: { basePrice: '0.62', tiers },
  /** The same before a rise: 0.60, 0.65, 0.90. */
  before: { basePrice: '0.60', tiers },
  /** 0.66286875, 0.71286875, 0.96286875. */
  shenzhen: { basePrice: '0.66286875', tiers },
  single: { basePrice: '0.725' },
  dearOld: { basePrice: '0.70' },
  /** Peak 0.62 x 1.7 = 1.054, valley 0.62 x 0.38 = 0.2356; tiers come on top. */
  tou: { basePrice: '0.62', tiers, timeOfUse },
  /** Peak 0.68 x 1.7 = 1.156, critical 1.156 x 1.25 = 1.445, valley 0.68 x 0.38 = 0.2584. */
  commercial: { basePrice: '0.68', timeOfUse: { ...timeOfUse, criticalPeak } },
  /** 0.50, 0.58, 0.70, 1.05 all year. */
  fourTiers: {
    basePrice: '0.50',
    tiers: {
      seasons: [{ months: [...SUMMER, ...WINTER], limits: [100, 300, 700] }],
      surcharges: ['0', '0.08', '0.20', '0.55'],
    },
  },
  minimum: { basePrice: '0.80', minimumFen: 1500 },
  free: { basePrice: '0.62', tiers, freeKwh: 15 },
  freeTou: { basePrice: '0.62', tiers, timeOfUse, freeKwh: 15 },
} satisfies Record<string, Tariff>;

export const HAND_COMPUTED_BILLS: readonly HandComputedBill[] = [
  {
    what: 'nothing used',
    parts: [{ tariff: TARIFFS.guangdong, month: 7, usage: { kwh: 0 } }],
    lines: ['tier1: 0 x 0.62 = 0 -> 0'],
    totalFen: 0,
  },
  {
    what: 'one kWh',
    parts: [{ tariff: TARIFFS.guangdong, month: 1, usage: { kwh: 1 } }],
    lines: ['tier1: 1 x 0.62 = 0.62 -> 62'],
    totalFen: 62,
  },
  {
    what: 'a winter month within the first tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 12, usage: { kwh: 137 } }],
    lines: ['tier1: 137 x 0.62 = 84.94 -> 8494'],
    totalFen: 8494,
  },
  {
    what: 'winter, the last kWh of the first tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 2, usage: { kwh: 200 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400'],
    totalFen: 12400,
  },
  {
    what: 'winter, the first kWh of the second tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 2, usage: { kwh: 201 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 1 x 0.67 = 0.67 -> 67'],
    totalFen: 12467,
  },
  {
    what: 'winter, the last kWh of the second tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 3, usage: { kwh: 400 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 200 x 0.67 = 134 -> 13400'],
    totalFen: 25800,
  },
  {
    what: 'winter, the first kWh of the third tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 3, usage: { kwh: 401 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 200 x 0.67 = 134 -> 13400', 'tier3: 1 x 0.92 = 0.92 -> 92'],
    totalFen: 25892,
  },
  {
    what: 'a winter month far up in the third tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 1, usage: { kwh: 1250 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 200 x 0.67 = 134 -> 13400', 'tier3: 850 x 0.92 = 782 -> 78200'],
    totalFen: 104000,
  },
  {
    what: 'April is still winter',
    parts: [{ tariff: TARIFFS.guangdong, month: 4, usage: { kwh: 261 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 61 x 0.67 = 40.87 -> 4087'],
    totalFen: 16487,
  },
  {
    what: 'May is summer: the same usage costs less',
    parts: [{ tariff: TARIFFS.guangdong, month: 5, usage: { kwh: 261 } }],
    lines: ['tier1: 260 x 0.62 = 161.2 -> 16120', 'tier2: 1 x 0.67 = 0.67 -> 67'],
    totalFen: 16187,
  },
  {
    what: 'October is still summer',
    parts: [{ tariff: TARIFFS.guangdong, month: 10, usage: { kwh: 450 } }],
    lines: ['tier1: 260 x 0.62 = 161.2 -> 16120', 'tier2: 190 x 0.67 = 127.3 -> 12730'],
    totalFen: 28850,
  },
  {
    what: 'November is winter: the same usage costs more',
    parts: [{ tariff: TARIFFS.guangdong, month: 11, usage: { kwh: 450 } }],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 200 x 0.67 = 134 -> 13400', 'tier3: 50 x 0.92 = 46 -> 4600'],
    totalFen: 30400,
  },
  {
    what: 'summer, the last kWh of the second tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 8, usage: { kwh: 600 } }],
    lines: ['tier1: 260 x 0.62 = 161.2 -> 16120', 'tier2: 340 x 0.67 = 227.8 -> 22780'],
    totalFen: 38900,
  },
  {
    what: 'summer, the first kWh of the third tier',
    parts: [{ tariff: TARIFFS.guangdong, month: 8, usage: { kwh: 601 } }],
    lines: ['tier1: 260 x 0.62 = 161.2 -> 16120', 'tier2: 340 x 0.67 = 227.8 -> 22780', 'tier3: 1 x 0.92 = 0.92 -> 92'],
    totalFen: 38992,
  },
  {
    what: 'a hot August',
    parts: [{ tariff: TARIFFS.guangdong, month: 8, usage: { kwh: 873 } }],
    lines: [
      'tier1: 260 x 0.62 = 161.2 -> 16120',
      'tier2: 340 x 0.67 = 227.8 -> 22780',
      'tier3: 273 x 0.92 = 251.16 -> 25116',
    ],
    totalFen: 64016,
  },
  {
    what: 'a price of eight decimals, half a fen and more goes up',
    parts: [{ tariff: TARIFFS.shenzhen, month: 6, usage: { kwh: 260 } }],
    lines: ['tier1: 260 x 0.66286875 = 172.345875 -> 17235'],
    totalFen: 17235,
  },
  {
    what: 'a price of eight decimals, less than half goes down',
    parts: [{ tariff: TARIFFS.shenzhen, month: 1, usage: { kwh: 200 } }],
    lines: ['tier1: 200 x 0.66286875 = 132.57375 -> 13257'],
    totalFen: 13257,
  },
  {
    what: 'eight decimals in all three tiers',
    parts: [{ tariff: TARIFFS.shenzhen, month: 12, usage: { kwh: 777 } }],
    lines: [
      'tier1: 200 x 0.66286875 = 132.57375 -> 13257',
      'tier2: 200 x 0.71286875 = 142.57375 -> 14257',
      'tier3: 377 x 0.96286875 = 363.00151875 -> 36300',
    ],
    totalFen: 63814,
  },
  {
    what: 'each line is rounded by itself, not their sum',
    parts: [{ tariff: TARIFFS.shenzhen, month: 9, usage: { kwh: 333 } }],
    lines: ['tier1: 260 x 0.66286875 = 172.345875 -> 17235', 'tier2: 73 x 0.71286875 = 52.03941875 -> 5204'],
    totalFen: 22439,
  },
  {
    what: 'a single price',
    parts: [{ tariff: TARIFFS.single, month: 3, usage: { kwh: 88 } }],
    lines: ['energy: 88 x 0.725 = 63.8 -> 6380'],
    totalFen: 6380,
  },
  {
    what: 'half a fen, which goes up',
    parts: [{ tariff: TARIFFS.single, month: 3, usage: { kwh: 1 } }],
    lines: ['energy: 1 x 0.725 = 0.725 -> 73'],
    totalFen: 73,
  },
  {
    what: 'half a fen with an odd number of kWh',
    parts: [{ tariff: TARIFFS.single, month: 6, usage: { kwh: 333 } }],
    lines: ['energy: 333 x 0.725 = 241.425 -> 24143'],
    totalFen: 24143,
  },
  {
    what: 'a factory at a single price',
    parts: [{ tariff: TARIFFS.single, month: 6, usage: { kwh: 48213 } }],
    lines: ['energy: 48213 x 0.725 = 34954.425 -> 3495443'],
    totalFen: 3495443,
  },
  {
    what: 'by time of use, one kWh of each period',
    parts: [{ tariff: TARIFFS.commercial, month: 1, usage: { kwh: 3, periods: { peak: 1, flat: 1, valley: 1 } } }],
    lines: ['peak: 1 x 1.156 = 1.156 -> 116', 'flat: 1 x 0.68 = 0.68 -> 68', 'valley: 1 x 0.2584 = 0.2584 -> 26'],
    totalFen: 210,
  },
  {
    what: 'a shop in winter',
    parts: [
      { tariff: TARIFFS.commercial, month: 12, usage: { kwh: 620, periods: { peak: 322, flat: 211, valley: 87 } } },
    ],
    lines: [
      'peak: 322 x 1.156 = 372.232 -> 37223',
      'flat: 211 x 0.68 = 143.48 -> 14348',
      'valley: 87 x 0.2584 = 22.4808 -> 2248',
    ],
    totalFen: 53819,
  },
  {
    what: 'a shop in July, with critical peak (0.68 x 1.7 x 1.25)',
    parts: [
      {
        tariff: TARIFFS.commercial,
        month: 7,
        usage: { kwh: 900, periods: { critical_peak: 196, peak: 272, flat: 306, valley: 126 } },
      },
    ],
    lines: [
      'critical_peak: 196 x 1.445 = 283.22 -> 28322',
      'peak: 272 x 1.156 = 314.432 -> 31443',
      'flat: 306 x 0.68 = 208.08 -> 20808',
      'valley: 126 x 0.2584 = 32.5584 -> 3256',
    ],
    totalFen: 83829,
  },
  {
    what: 'a bakery that works at night',
    parts: [
      {
        tariff: TARIFFS.commercial,
        month: 9,
        usage: { kwh: 1500, periods: { critical_peak: 20, peak: 80, flat: 300, valley: 1100 } },
      },
    ],
    lines: [
      'critical_peak: 20 x 1.445 = 28.9 -> 2890',
      'peak: 80 x 1.156 = 92.48 -> 9248',
      'flat: 300 x 0.68 = 204 -> 20400',
      'valley: 1100 x 0.2584 = 284.24 -> 28424',
    ],
    totalFen: 60962,
  },
  {
    what: 'critical peak alone, on a hot day of May',
    parts: [{ tariff: TARIFFS.commercial, month: 5, usage: { kwh: 7, periods: { critical_peak: 7 } } }],
    lines: ['critical_peak: 7 x 1.445 = 10.115 -> 1012'],
    totalFen: 1012,
  },
  {
    what: 'valley alone',
    parts: [{ tariff: TARIFFS.commercial, month: 2, usage: { kwh: 999, periods: { valley: 999 } } }],
    lines: ['valley: 999 x 0.2584 = 258.1416 -> 25814'],
    totalFen: 25814,
  },
  {
    what: 'time of use without usage',
    parts: [{ tariff: TARIFFS.commercial, month: 2, usage: { kwh: 0, periods: {} } }],
    lines: ['critical_peak: 0 x 1.445 = 0 -> 0'],
    totalFen: 0,
  },
  {
    what: 'a site of 12 MWh',
    parts: [
      {
        tariff: TARIFFS.commercial,
        month: 8,
        usage: { kwh: 12000, periods: { critical_peak: 2268, peak: 3132, flat: 3600, valley: 3000 } },
      },
    ],
    lines: [
      'critical_peak: 2268 x 1.445 = 3277.26 -> 327726',
      'peak: 3132 x 1.156 = 3620.592 -> 362059',
      'flat: 3600 x 0.68 = 2448 -> 244800',
      'valley: 3000 x 0.2584 = 775.2 -> 77520',
    ],
    totalFen: 1012105,
  },
  {
    what: 'time of use within the first tier',
    parts: [{ tariff: TARIFFS.tou, month: 7, usage: { kwh: 200, periods: { peak: 60, flat: 70, valley: 70 } } }],
    lines: [
      'peak: 60 x 1.054 = 63.24 -> 6324',
      'flat: 70 x 0.62 = 43.4 -> 4340',
      'valley: 70 x 0.2356 = 16.492 -> 1649',
    ],
    totalFen: 12313,
  },
  {
    what: 'time of use into the second tier, winter',
    parts: [{ tariff: TARIFFS.tou, month: 1, usage: { kwh: 350, periods: { peak: 100, flat: 120, valley: 130 } } }],
    lines: [
      'peak: 100 x 1.054 = 105.4 -> 10540',
      'flat: 120 x 0.62 = 74.4 -> 7440',
      'valley: 130 x 0.2356 = 30.628 -> 3063',
      'tier2_surcharge: 150 x 0.05 = 7.5 -> 750',
    ],
    totalFen: 21793,
  },
  {
    what: 'time of use into the third tier, summer',
    parts: [{ tariff: TARIFFS.tou, month: 8, usage: { kwh: 700, periods: { peak: 250, flat: 250, valley: 200 } } }],
    lines: [
      'peak: 250 x 1.054 = 263.5 -> 26350',
      'flat: 250 x 0.62 = 155 -> 15500',
      'valley: 200 x 0.2356 = 47.12 -> 4712',
      'tier2_surcharge: 340 x 0.05 = 17 -> 1700',
      'tier3_surcharge: 100 x 0.30 = 30 -> 3000',
    ],
    totalFen: 51262,
  },
  {
    what: 'everything in the valley still reaches the tiers',
    parts: [{ tariff: TARIFFS.tou, month: 11, usage: { kwh: 500, periods: { valley: 500 } } }],
    lines: [
      'valley: 500 x 0.2356 = 117.8 -> 11780',
      'tier2_surcharge: 200 x 0.05 = 10 -> 1000',
      'tier3_surcharge: 100 x 0.30 = 30 -> 3000',
    ],
    totalFen: 15780,
  },
  {
    what: 'time of use at the very border of the second tier',
    parts: [{ tariff: TARIFFS.tou, month: 6, usage: { kwh: 260, periods: { peak: 87, flat: 86, valley: 87 } } }],
    lines: [
      'peak: 87 x 1.054 = 91.698 -> 9170',
      'flat: 86 x 0.62 = 53.32 -> 5332',
      'valley: 87 x 0.2356 = 20.4972 -> 2050',
    ],
    totalFen: 16552,
  },
  {
    what: 'one kWh over that border',
    parts: [{ tariff: TARIFFS.tou, month: 6, usage: { kwh: 261, periods: { peak: 87, flat: 87, valley: 87 } } }],
    lines: [
      'peak: 87 x 1.054 = 91.698 -> 9170',
      'flat: 87 x 0.62 = 53.94 -> 5394',
      'valley: 87 x 0.2356 = 20.4972 -> 2050',
      'tier2_surcharge: 1 x 0.05 = 0.05 -> 5',
    ],
    totalFen: 16619,
  },
  {
    what: 'four tiers all year, the last of them',
    parts: [{ tariff: TARIFFS.fourTiers, month: 2, usage: { kwh: 900 } }],
    lines: [
      'tier1: 100 x 0.50 = 50 -> 5000',
      'tier2: 200 x 0.58 = 116 -> 11600',
      'tier3: 400 x 0.70 = 280 -> 28000',
      'tier4: 200 x 1.05 = 210 -> 21000',
    ],
    totalFen: 65600,
  },
  {
    what: 'four tiers, the border of the third',
    parts: [{ tariff: TARIFFS.fourTiers, month: 9, usage: { kwh: 300 } }],
    lines: ['tier1: 100 x 0.50 = 50 -> 5000', 'tier2: 200 x 0.58 = 116 -> 11600'],
    totalFen: 16600,
  },
  {
    what: 'a minimum of 15 yuan, nothing used',
    parts: [{ tariff: TARIFFS.minimum, month: 4, usage: { kwh: 0 } }],
    lines: ['energy: 0 x 0.80 = 0 -> 0', 'minimum: 1500 - 0 fen -> 1500'],
    totalFen: 1500,
  },
  {
    what: 'a minimum of 15 yuan, little used',
    parts: [{ tariff: TARIFFS.minimum, month: 4, usage: { kwh: 12 } }],
    lines: ['energy: 12 x 0.80 = 9.6 -> 960', 'minimum: 1500 - 960 fen -> 540'],
    totalFen: 1500,
  },
  {
    what: 'a minimum of 15 yuan, the last kWh below it',
    parts: [{ tariff: TARIFFS.minimum, month: 4, usage: { kwh: 18 } }],
    lines: ['energy: 18 x 0.80 = 14.4 -> 1440', 'minimum: 1500 - 1440 fen -> 60'],
    totalFen: 1500,
  },
  {
    what: 'a minimum that is passed asks for nothing',
    parts: [{ tariff: TARIFFS.minimum, month: 4, usage: { kwh: 19 } }],
    lines: ['energy: 19 x 0.80 = 15.2 -> 1520'],
    totalFen: 1520,
  },
  {
    what: 'a minimum far below the bill',
    parts: [{ tariff: TARIFFS.minimum, month: 4, usage: { kwh: 250 } }],
    lines: ['energy: 250 x 0.80 = 200 -> 20000'],
    totalFen: 20000,
  },
  {
    what: 'free kWh: an eligible household within them pays nothing',
    parts: [{ tariff: TARIFFS.free, month: 3, usage: { kwh: 9 } }],
    terms: { freeKwh: true },
    lines: ['tier1: 9 x 0.62 = 5.58 -> 558', 'free: 9 x -0.62 = -5.58 -> -558'],
    totalFen: 0,
  },
  {
    what: 'free kWh: exactly as many as are free',
    parts: [{ tariff: TARIFFS.free, month: 3, usage: { kwh: 15 } }],
    terms: { freeKwh: true },
    lines: ['tier1: 15 x 0.62 = 9.3 -> 930', 'free: 15 x -0.62 = -9.3 -> -930'],
    totalFen: 0,
  },
  {
    what: 'free kWh: the sixteenth is paid',
    parts: [{ tariff: TARIFFS.free, month: 3, usage: { kwh: 16 } }],
    terms: { freeKwh: true },
    lines: ['tier1: 16 x 0.62 = 9.92 -> 992', 'free: 15 x -0.62 = -9.3 -> -930'],
    totalFen: 62,
  },
  {
    what: 'free kWh still count towards the tiers',
    parts: [{ tariff: TARIFFS.free, month: 3, usage: { kwh: 210 } }],
    terms: { freeKwh: true },
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 10 x 0.67 = 6.7 -> 670', 'free: 15 x -0.62 = -9.3 -> -930'],
    totalFen: 12140,
  },
  {
    what: 'a household that is not eligible pays for them',
    parts: [{ tariff: TARIFFS.free, month: 3, usage: { kwh: 16 } }],
    lines: ['tier1: 16 x 0.62 = 9.92 -> 992'],
    totalFen: 992,
  },
  {
    what: 'free kWh by time of use: the dearest ones',
    parts: [{ tariff: TARIFFS.freeTou, month: 1, usage: { kwh: 100, periods: { peak: 10, flat: 40, valley: 50 } } }],
    terms: { freeKwh: true },
    lines: [
      'peak: 10 x 1.054 = 10.54 -> 1054',
      'flat: 40 x 0.62 = 24.8 -> 2480',
      'valley: 50 x 0.2356 = 11.78 -> 1178',
      'free: 10 x -1.054 = -10.54 -> -1054',
      'free: 5 x -0.62 = -3.1 -> -310',
    ],
    totalFen: 3348,
  },
  {
    what: 'free kWh by time of use: all at night',
    parts: [{ tariff: TARIFFS.freeTou, month: 1, usage: { kwh: 20, periods: { valley: 20 } } }],
    terms: { freeKwh: true },
    lines: ['valley: 20 x 0.2356 = 4.712 -> 471', 'free: 15 x -0.2356 = -3.534 -> -353'],
    totalFen: 118,
  },
  {
    what: 'a price that rises in the middle of the month, within one tier',
    parts: [
      { tariff: TARIFFS.before, month: 3, usage: { kwh: 90 } },
      { tariff: TARIFFS.guangdong, month: 3, usage: { kwh: 95 } },
    ],
    lines: ['tier1: 90 x 0.60 = 54 -> 5400', 'tier1: 95 x 0.62 = 58.9 -> 5890'],
    totalFen: 11290,
  },
  {
    what: 'a price that rises: the second part begins in the tier where the first ended',
    parts: [
      { tariff: TARIFFS.before, month: 3, usage: { kwh: 150 } },
      { tariff: TARIFFS.guangdong, month: 3, usage: { kwh: 150 } },
    ],
    lines: ['tier1: 150 x 0.60 = 90 -> 9000', 'tier1: 50 x 0.62 = 31 -> 3100', 'tier2: 100 x 0.67 = 67 -> 6700'],
    totalFen: 18800,
  },
  {
    what: 'a price that rises when the second tier is reached already',
    parts: [
      { tariff: TARIFFS.before, month: 7, usage: { kwh: 300 } },
      { tariff: TARIFFS.guangdong, month: 7, usage: { kwh: 400 } },
    ],
    lines: [
      'tier1: 260 x 0.60 = 156 -> 15600',
      'tier2: 40 x 0.65 = 26 -> 2600',
      'tier2: 300 x 0.67 = 201 -> 20100',
      'tier3: 100 x 0.92 = 92 -> 9200',
    ],
    totalFen: 47500,
  },
  {
    what: 'a change between equal tariffs changes nothing',
    parts: [
      { tariff: TARIFFS.guangdong, month: 3, usage: { kwh: 133 } },
      { tariff: TARIFFS.guangdong, month: 3, usage: { kwh: 167 } },
    ],
    lines: ['tier1: 200 x 0.62 = 124 -> 12400', 'tier2: 100 x 0.67 = 67 -> 6700'],
    totalFen: 19100,
  },
  {
    what: 'a change from tiers to time of use: the surcharges go on',
    parts: [
      { tariff: TARIFFS.guangdong, month: 1, usage: { kwh: 180 } },
      { tariff: TARIFFS.tou, month: 1, usage: { kwh: 150, periods: { peak: 50, flat: 40, valley: 60 } } },
    ],
    lines: [
      'tier1: 180 x 0.62 = 111.6 -> 11160',
      'peak: 50 x 1.054 = 52.7 -> 5270',
      'flat: 40 x 0.62 = 24.8 -> 2480',
      'valley: 60 x 0.2356 = 14.136 -> 1414',
      'tier2_surcharge: 130 x 0.05 = 6.5 -> 650',
    ],
    totalFen: 20974,
  },
  {
    what: 'three prices in one month',
    parts: [
      { tariff: TARIFFS.dearOld, month: 6, usage: { kwh: 40 } },
      { tariff: TARIFFS.single, month: 6, usage: { kwh: 30 } },
      { tariff: TARIFFS.minimum, month: 6, usage: { kwh: 50 } },
    ],
    lines: ['energy: 40 x 0.70 = 28 -> 2800', 'energy: 30 x 0.725 = 21.75 -> 2175', 'energy: 50 x 0.80 = 40 -> 4000'],
    totalFen: 8975,
  },
  {
    what: 'a change after nothing was used',
    parts: [
      { tariff: TARIFFS.dearOld, month: 6, usage: { kwh: 0 } },
      { tariff: TARIFFS.single, month: 6, usage: { kwh: 77 } },
    ],
    lines: ['energy: 77 x 0.725 = 55.825 -> 5583'],
    totalFen: 5583,
  },
  {
    what: 'a minimum is that of the tariff at the end',
    parts: [
      { tariff: TARIFFS.dearOld, month: 6, usage: { kwh: 4 } },
      { tariff: TARIFFS.minimum, month: 6, usage: { kwh: 6 } },
    ],
    lines: ['energy: 4 x 0.70 = 2.8 -> 280', 'energy: 6 x 0.80 = 4.8 -> 480', 'minimum: 1500 - 280 - 480 fen -> 740'],
    totalFen: 1500,
  },
  {
    what: 'the tiers of a period from April into May: each part by its season',
    parts: [
      { tariff: TARIFFS.guangdong, month: 4, usage: { kwh: 220 } },
      { tariff: TARIFFS.guangdong, month: 5, usage: { kwh: 100 } },
    ],
    lines: ['tier1: 240 x 0.62 = 148.8 -> 14880', 'tier2: 80 x 0.67 = 53.6 -> 5360'],
    totalFen: 20240,
  },
  {
    what: 'half to even: 72.5 becomes 72',
    parts: [{ tariff: TARIFFS.single, month: 3, usage: { kwh: 1 } }],
    terms: { rounding: { mode: 'half_even', unitFen: 1 } },
    lines: ['energy: 1 x 0.725 = 0.725 -> 72'],
    totalFen: 72,
  },
  {
    what: 'half to even: 217.5 becomes 218',
    parts: [{ tariff: TARIFFS.single, month: 3, usage: { kwh: 3 } }],
    terms: { rounding: { mode: 'half_even', unitFen: 1 } },
    lines: ['energy: 3 x 0.725 = 2.175 -> 218'],
    totalFen: 218,
  },
  {
    what: 'cut off: 172.345875 becomes 172.34',
    parts: [{ tariff: TARIFFS.shenzhen, month: 6, usage: { kwh: 260 } }],
    terms: { rounding: { mode: 'down', unitFen: 1 } },
    lines: ['tier1: 260 x 0.66286875 = 172.345875 -> 17234'],
    totalFen: 17234,
  },
  {
    what: 'a total to the jiao, up',
    parts: [{ tariff: TARIFFS.guangdong, month: 1, usage: { kwh: 123 } }],
    terms: { rounding: { mode: 'half_up', unitFen: 10 } },
    lines: ['tier1: 123 x 0.62 = 76.26 -> 7626', 'rounding: 7630 - 7626 fen -> 4'],
    totalFen: 7630,
  },
  {
    what: 'a total to the jiao, down',
    parts: [{ tariff: TARIFFS.guangdong, month: 1, usage: { kwh: 121 } }],
    terms: { rounding: { mode: 'half_up', unitFen: 10 } },
    lines: ['tier1: 121 x 0.62 = 75.02 -> 7502', 'rounding: 7500 - 7502 fen -> -2'],
    totalFen: 7500,
  },
  {
    what: 'a total to the yuan, cut off',
    parts: [{ tariff: TARIFFS.guangdong, month: 1, usage: { kwh: 123 } }],
    terms: { rounding: { mode: 'down', unitFen: 100 } },
    lines: ['tier1: 123 x 0.62 = 76.26 -> 7626', 'rounding: 7600 - 7626 fen -> -26'],
    totalFen: 7600,
  },
  {
    what: 'free kWh, cut off towards nothing on both sides',
    parts: [{ tariff: TARIFFS.freeTou, month: 1, usage: { kwh: 7, periods: { valley: 7 } } }],
    terms: { freeKwh: true, rounding: { mode: 'down', unitFen: 1 } },
    lines: ['valley: 7 x 0.2356 = 1.6492 -> 164', 'free: 7 x -0.2356 = -1.6492 -> -164'],
    totalFen: 0,
  },
];
