/** Prices are exact decimals in yuan a kWh, as text: "0.66286875". Usage is whole kWh. */
export type TariffId = 'residential_tiered' | 'residential_tou' | 'commercial';

/** What a kWh costs: the base price, raised by tiers of monthly usage, weighted by the time of use, or neither, or both. */
export interface Tariff {
  readonly basePrice: string;
  readonly tiers?: Tiers;
  readonly timeOfUse?: TimeOfUse;
  /** The least that a month costs. */
  readonly minimumFen?: number;
  /** So many kWh a month cost eligible households nothing. */
  readonly freeKwh?: number;
}

/** Prices that held before others: through that local day, YYYY-MM-DD. */
export interface EarlierTariff {
  readonly until: string;
  readonly rates: Tariff;
}

/** What a tariff costs now and cost before; `earlier` in any order. */
export interface TariffVersions {
  readonly rates: Tariff;
  readonly earlier?: readonly EarlierTariff[];
}

/** Tiers of a month's usage. Every month stands in exactly one season. */
export interface Tiers {
  readonly seasons: readonly TierSeason[];
  /** What each tier adds to the base price; one more than a season has limits, the first usually "0". */
  readonly surcharges: readonly string[];
}

export interface TierSeason {
  /** 1 to 12. */
  readonly months: readonly number[];
  /** The last kWh of each tier but the last, rising: [260, 600] means 0-260, 261-600, 601 and more. */
  readonly limits: readonly number[];
}

export const TOU_PERIODS = ['critical_peak', 'peak', 'flat', 'valley'] as const;
export type TouPeriod = (typeof TOU_PERIODS)[number];

/** Hours of the day in local time, `from` included, `to` excluded; 24 is midnight. */
export interface HourSpan {
  readonly from: number;
  readonly to: number;
}

/** What is neither peak nor valley is flat. */
export interface TimeOfUse {
  readonly peak: readonly HourSpan[];
  readonly valley: readonly HourSpan[];
  /** Factors on the base price, exact decimals. */
  readonly ratios: { readonly peak: string; readonly flat: string; readonly valley: string };
  readonly criticalPeak?: CriticalPeak;
}

/** The hottest hours, priced at `factor` times the peak price, in the months named and on hot days of any month. */
export interface CriticalPeak {
  readonly factor: string;
  readonly spans: readonly HourSpan[];
  readonly months: readonly number[];
  /** The day's highest temperature from which a day counts as hot, in degrees Celsius. */
  readonly hotDayCelsius: number;
}
