import type { Belief } from './believe.ts';
import type { Moment } from './moment.ts';

/** Why a device is, or is not, thought to have failed; codes that the desk puts into words with the counts beside them. */
export type LocalisationReason =
  | 'confirmed'
  /** About as many call as would if it failed. */
  | 'calls_as_expected'
  /** Far fewer call than would if it failed. */
  | 'too_silent'
  | 'lone_call'
  | 'has_power_below'
  /** Elsewhere people say that they have power; nobody below does. */
  | 'no_has_power_below'
  /** Other devices feed exactly the same customers: calls can't tell them apart. */
  | 'same_customers_as_neighbour';

export interface DeviceExplanation {
  readonly device: string;
  readonly kind: string;
  /** Probability that it is among the failed. */
  readonly p: number;
  readonly customers: number;
  /** Expected numbers where reports have several candidate places. */
  readonly callsBelow: number;
  readonly silentBelow: number;
  readonly hasPowerBelow: number;
  /** Calls to be expected by now if it failed. */
  readonly expectedCalls: number;
  readonly reasons: readonly LocalisationReason[];
}

const MUCH_TOO_FEW = 0.4;
const LONE = 1.5;
const SOME = 0.5;

export function explain(moment: Moment, belief: Belief, device: number, p: number): DeviceExplanation {
  const { tree, evidence } = moment;
  const customers = tree.customersBelow[device] ?? 0;
  const callsBelow = evidence.callsBelow[device] ?? 0;
  const hasPowerBelow = evidence.hasPowerBelow[device] ?? 0;
  const expectedCalls =
    customers * belief.alive.reduce((sum, { hypothesis, share }) => sum - share * Math.expm1(hypothesis.logSilence), 0);
  const counted = { customers, callsBelow, hasPowerBelow, expectedCalls };
  return {
    device: tree.ids[device] ?? '',
    kind: tree.kinds[device] ?? '',
    p,
    ...counted,
    silentBelow: Math.max(0, customers - callsBelow),
    reasons: reasonsOf(moment, device, counted),
  };
}

function reasonsOf(
  { tree, evidence, confirmed }: Moment,
  device: number,
  counted: Pick<DeviceExplanation, 'customers' | 'callsBelow' | 'hasPowerBelow' | 'expectedCalls'>,
): LocalisationReason[] {
  const reasons: LocalisationReason[] = [];
  if (confirmed.get(device)) reasons.push('confirmed');
  if (counted.callsBelow < counted.expectedCalls * MUCH_TOO_FEW) reasons.push('too_silent');
  else reasons.push(counted.callsBelow < LONE ? 'lone_call' : 'calls_as_expected');
  if (counted.hasPowerBelow >= SOME) reasons.push('has_power_below');
  else if (evidence.hasPowerCount > 0) reasons.push('no_has_power_below');
  const up = tree.parent[device] ?? -1;
  const isTwin = (other: number): boolean => tree.customersBelow[other] === counted.customers;
  if ((up >= 0 && isTwin(up)) || tree.parent.some((parent, child) => parent === device && isTwin(child))) {
    reasons.push('same_customers_as_neighbour');
  }
  return reasons;
}
