/** What is believed before the first report. Rates are marginalised over grids, so none needs to be known. */
export interface LocaliserSettings {
  /** How often a failure is one of this kind, before dividing among the devices of the kind; renormalised over the kinds present. */
  readonly kindShares: Readonly<Record<string, number>>;
  /** For kinds that `kindShares` does not name. */
  readonly otherKindShare: number;
  /** How often two devices have failed for each time that one has, where somebody noticed each. */
  readonly doublesPerSingle: number;
  /** How often nothing has failed for each time that one device has; 0 where it is known that something failed. */
  readonly nothingPerSingle: number;
  /** Probabilities that an affected customer reports at all. */
  readonly callShares: Grid;
  /** Mean minutes from failure to call (exponential). */
  readonly meanDelays: Grid;
  /** Unrelated no_power reports per customer and hour. */
  readonly backgroundRates: Grid;
  /**
   * What it costs to call the whole network dark by mistake, against 1 for the right set: where two sets are about as
   * probable, the one that wrongly darkens fewer is taken.
   */
  readonly costOfFalseDark: number;
  /** Probability that a has_power that nobody asked for comes from the dark, by a mistake of word or place. */
  readonly wrongWord: number;
  /** Probability that somebody in the dark answers that there is power when asked. */
  readonly wrongAnswer: number;
  /** Probability that somebody below no failed device answers "no power" when asked. */
  readonly askedInternalFault: number;
}

export interface Grid {
  readonly values: readonly number[];
  /** Relative; need not add up to 1. */
  readonly weights: readonly number[];
}

export const DEFAULT_LOCALISER_SETTINGS: LocaliserSettings = {
  kindShares: {
    substation: 0.002,
    feeder_breaker: 0.05,
    recloser_or_switch: 0.08,
    fuse: 0.2,
    transformer: 0.2,
    lv_line: 0.2,
    service: 0.27,
  },
  otherKindShare: 0.1,
  doublesPerSingle: 0.33,
  nothingPerSingle: 3,
  callShares: even([0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.3, 0.5]),
  meanDelays: even([7, 14, 40]),
  backgroundRates: { values: [0.0007, 0.0025], weights: [2, 1] },
  costOfFalseDark: 0.4,
  wrongWord: 0.002,
  wrongAnswer: 0.02,
  askedInternalFault: 0.02,
};

function even(values: readonly number[]): Grid {
  return { values, weights: values.map(() => 1) };
}
