import type { AnswerLanguage } from '../../domain/answers.ts';
import { addDecimals, formatDecimal, parseDecimal } from '../../domain/billing/decimal.ts';
import { type LateFeeRule, lateFee } from '../../domain/billing/late-fee.ts';
import type { HourSpan, Tariff } from '../../domain/billing/tariff.ts';

export interface TariffWords {
  /** A line a season, each tier with its price; the one price where there are no tiers. */
  tiers(tariff: Tariff): string;
  /** Hours and ratios; empty where the tariff has none. */
  timeOfUse(tariff: Tariff): string;
  /** What 100 yuan cost when they are ten days late. */
  lateFeeExample(rule: LateFeeRule): string;
}

/** A tariff in words, computed from its figures so that answers cannot contradict bills. */
export function tariffWords(language: AnswerLanguage): TariffWords {
  return language === 'en' ? ENGLISH : CHINESE;
}

const CHINESE: TariffWords = {
  tiers: (tariff) =>
    seasonsOf(tariff)
      .map(({ months, tiers }) => `${chineseMonths(months)}：${tiers.map(chineseTier).join('，')}。`)
      .join('\n'),
  timeOfUse: ({ timeOfUse }) =>
    timeOfUse === undefined
      ? ''
      : `高峰 ${spans(timeOfUse.peak, '、')}，是平段的 ${timeOfUse.ratios.peak} 倍；低谷 ${spans(timeOfUse.valley, '、')}，是平段的 ${timeOfUse.ratios.valley} 倍；其余时间为平段。`,
  lateFeeExample: (rule) => `100 元晚交 10 天，违约金是 ${yuan(tenDaysOnHundred(rule))} 元`,
};

const ENGLISH: TariffWords = {
  tiers: (tariff) =>
    seasonsOf(tariff)
      .map(({ months, tiers }) => `${englishMonths(months)}: ${tiers.map(englishTier).join('; ')}.`)
      .join('\n'),
  timeOfUse: ({ timeOfUse }) =>
    timeOfUse === undefined
      ? ''
      : `Peak ${spans(timeOfUse.peak, ' and ')} at ${timeOfUse.ratios.peak} times the flat price, valley ${spans(timeOfUse.valley, ' and ')} at ${timeOfUse.ratios.valley} times, all other hours flat.`,
  lateFeeExample: (rule) => `100 yuan paid 10 days late cost ${yuan(tenDaysOnHundred(rule))} yuan more`,
};

interface TierWords {
  readonly from: number;
  /** Null for the last. */
  readonly to: number | null;
  readonly price: string;
}

function seasonsOf({ basePrice, tiers }: Tariff): { months: readonly number[]; tiers: TierWords[] }[] {
  const { seasons, surcharges } = tiers ?? { seasons: [{ months: ALL_YEAR, limits: [] }], surcharges: ['0'] };
  return seasons.map(({ months, limits }) => ({
    months,
    tiers: surcharges.map((surcharge, index) => ({
      from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1,
      to: limits[index] ?? null,
      price: formatDecimal(addDecimals(parseDecimal(basePrice), parseDecimal(surcharge))),
    })),
  }));
}

const ALL_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function chineseTier({ from, to, price }: TierWords): string {
  return `${to === null ? `${from} 度起` : `${from}–${to} 度`}每度 ${price} 元`;
}

function englishTier({ from, to, price }: TierWords): string {
  return `${to === null ? `from ${from} kWh` : `${from}–${to} kWh`} ${price} yuan each`;
}

function chineseMonths(months: readonly number[]): string {
  if (months.length === 12) return '全年';
  return runsOf(months)
    .map(([from, to]) => (from === to ? `${from} 月` : `${from} 月至${to < from ? '次年' : ''} ${to} 月`))
    .join('、');
}

function englishMonths(months: readonly number[]): string {
  if (months.length === 12) return 'All year';
  return runsOf(months)
    .map(([from, to]) => (from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`))
    .join(', ');
}

/** Months that follow each other, over the turn of the year too, as first and last: [1,2,3,4,11,12] is 11 to 4. */
function runsOf(months: readonly number[]): [from: number, to: number][] {
  const has = (month: number) => months.includes(((month + 11) % 12) + 1);
  return months
    .filter((month) => !has(month - 1))
    .map((from) => {
      let to = from;
      while (has(to + 1)) to += 1;
      return [from, ((to + 11) % 12) + 1];
    });
}

function monthName(month: number): string {
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
}

function spans(list: readonly HourSpan[], separator: string): string {
  return list.map(({ from, to }) => `${from}:00–${to}:00`).join(separator);
}

function tenDaysOnHundred(rule: LateFeeRule): number {
  return lateFee(rule, { amountFen: 10_000, dueDate: '2026-01-10', onDate: '2026-01-20' }).amountFen;
}

function yuan(fen: number): string {
  return formatDecimal({ units: BigInt(fen), scale: 2 });
}
