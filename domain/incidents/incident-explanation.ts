import type { DeviceExplanation } from '../faults/localisation/explain.ts';

/** A code with the numbers that its words need. */
export interface IncidentReason {
  readonly code: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Why an incident is thought to be where it is, as it is kept with it. */
export interface IncidentExplanation {
  readonly reasons: readonly IncidentReason[];
  /** Devices that may have failed instead, most probable first, its own among them. */
  readonly alternatives: readonly {
    readonly deviceId: string;
    readonly probability: number;
    readonly customers: number;
    readonly reasons: readonly IncidentReason[];
  }[];
}

export const NO_EXPLANATION: IncidentExplanation = { reasons: [], alternatives: [] };

const MOST_ALTERNATIVES = 6;
const LEAST_PROBABLE = 0.01;

/** What localisation says of a device, and of those that could be it instead. */
export function explainIncident(
  cause: DeviceExplanation,
  ranking: readonly DeviceExplanation[],
  areRelated: (device: string, other: string) => boolean,
): IncidentExplanation {
  const others = ranking.filter(({ device, p }) => p >= LEAST_PROBABLE && areRelated(device, cause.device));
  const all = others.some(({ device }) => device === cause.device) ? others : [cause, ...others];
  return {
    reasons: reasonsOf(cause),
    alternatives: all.slice(0, MOST_ALTERNATIVES).map((each) => ({
      deviceId: each.device,
      probability: round(each.p, 3),
      customers: each.customers,
      reasons: reasonsOf(each),
    })),
  };
}

function reasonsOf({ reasons, callsBelow, expectedCalls, hasPowerBelow }: DeviceExplanation): IncidentReason[] {
  return reasons.map((code): IncidentReason => {
    switch (code) {
      case 'calls_as_expected':
      case 'too_silent':
        return { code, values: { calls: round(callsBelow, 1), expected: round(expectedCalls, 1) } };
      case 'has_power_below':
        return { code, values: { count: round(hasPowerBelow, 1) } };
      default:
        return { code, values: {} };
    }
  });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
