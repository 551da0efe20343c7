import { SKILLS, type Skill } from '../desk/staff-skills.ts';
import type { AlertKind, FloorTerms, Threshold } from './floor-terms.ts';

/** What thresholds are held against; null where it cannot be told, which changes nothing. */
export interface FloorMeasures {
  readonly oldestWaitSeconds: number;
  readonly queueLength: Readonly<Record<Skill, number>>;
  readonly unansweredDangerSeconds: number;
  readonly occupancyPercent: number | null;
  readonly expectedWaitMinutes: number | null;
  readonly agentsGone: number;
  readonly ticketsBreached: number;
}

/** One thing that is measured, and what it is held against. */
export interface Measured {
  readonly kind: AlertKind;
  /** A skill, or empty where it is about all. */
  readonly scope: Skill | '';
  readonly value: number | null;
  readonly threshold: Threshold;
}

export interface OpenAlert {
  readonly id: string;
  readonly kind: string;
  readonly scope: string;
}

export interface Judged {
  /** What has been crossed since. */
  readonly raise: readonly (Measured & { readonly value: number })[];
  /** What holds again, and what is measured no longer. */
  readonly clear: readonly OpenAlert[];
}

/** Which alerts are to be raised and which cleared. Between the two ends of a threshold nothing changes. */
export function judgeThresholds(
  measures: FloorMeasures,
  terms: Pick<FloorTerms, 'thresholds'>,
  open: readonly OpenAlert[],
): Judged {
  const all = measuredAgainst(measures, terms);
  const isOf = (one: Pick<Measured, 'kind' | 'scope'>) => (alert: OpenAlert) =>
    alert.kind === one.kind && alert.scope === one.scope;
  return {
    raise: all.flatMap((one) => {
      const { value, threshold } = one;
      return value !== null && value >= threshold.raiseAt && !open.some(isOf(one)) ? [{ ...one, value }] : [];
    }),
    clear: open.filter((alert) => {
      const one = all.find((measured) => isOf(measured)(alert));
      return one === undefined || (one.value !== null && one.value <= one.threshold.clearAt);
    }),
  };
}

/** Everything that is measured, with its threshold. */
export function measuredAgainst(measures: FloorMeasures, { thresholds }: Pick<FloorTerms, 'thresholds'>): Measured[] {
  const overall = (kind: AlertKind, value: number | null, threshold: Threshold): Measured => ({
    kind,
    scope: '',
    value,
    threshold,
  });
  return [
    overall('unanswered_danger', measures.unansweredDangerSeconds, thresholds.unansweredDangerSeconds),
    overall('oldest_wait', measures.oldestWaitSeconds, thresholds.oldestWaitSeconds),
    overall('expected_wait', measures.expectedWaitMinutes, thresholds.expectedWaitMinutes),
    ...SKILLS.map((skill) => ({
      kind: 'queue_length' as const,
      scope: skill,
      value: measures.queueLength[skill],
      threshold: thresholds.queueLength[skill],
    })),
    overall('occupancy', measures.occupancyPercent, thresholds.occupancyPercent),
    overall('agents_gone', measures.agentsGone, thresholds.agentsGone),
    overall('tickets_breached', measures.ticketsBreached, thresholds.ticketsBreached),
  ];
}
