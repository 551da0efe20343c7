import type { Figures } from './evaluate.ts';

/** Figures on the development messages may not fall below these: raise them when the engine has become better. */
export const FLOORS = {
  intentAccuracy: 0.94,
  outOfScopeRecall: 0.92,
  emergencyRecall: 0.98,
  emergencyPrecision: 0.89,
  severityAccuracy: 0.86,
  classAccuracy: 0.875,
  hazardsF1: 0.89,
  peopleF1: 0.84,
  scopeAccuracy: 0.855,
  noPowerAccuracy: 0.955,
  languageAccuracy: 0.975,
} as const satisfies Partial<Record<keyof Figures, number>>;

export type GatedFigure = keyof typeof FLOORS;

export const MOST_CALIBRATION_ERROR = 0.05;

/** A figure that does not pass. */
export interface Fall {
  readonly figure: GatedFigure | 'calibrationError';
  readonly is: number;
  /** What it must be at least; for the calibration error, at most. */
  readonly bound: number;
}

/** By so much two models differ that are equally good: about one standard error, by how many development messages count for the figure. */
const BY_CHANCE: Readonly<Record<GatedFigure, number>> = {
  intentAccuracy: 0.01,
  outOfScopeRecall: 0.04,
  // One emergency missed more or less.
  emergencyRecall: 0.007,
  emergencyPrecision: 0.03,
  severityAccuracy: 0.02,
  classAccuracy: 0.02,
  hazardsF1: 0.02,
  peopleF1: 0.03,
  scopeAccuracy: 0.02,
  noPowerAccuracy: 0.015,
  languageAccuracy: 0.01,
};

/**
 * What keeps a model from taking another's place: figures below the floors, or below the other's by more than chance.
 */
export function fallsOf(figures: Figures, before: Figures): Fall[] {
  const falls = (Object.keys(FLOORS) as GatedFigure[]).flatMap((figure): Fall[] => {
    // A model that stands below a floor already is no reason to refuse one that stands there too.
    const bound = Math.min(before[figure], Math.max(FLOORS[figure], before[figure] - BY_CHANCE[figure]));
    return figures[figure] < bound ? [{ figure, is: figures[figure], bound }] : [];
  });
  const { calibrationError } = figures;
  const most = Math.max(MOST_CALIBRATION_ERROR, before.calibrationError);
  return calibrationError > most
    ? [...falls, { figure: 'calibrationError', is: calibrationError, bound: most }]
    : falls;
}
