import { type CallModel, callOdds } from './call-model.ts';
import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';

/** What was said of the supply at a place. */
export interface SupplyReport {
  readonly kind: 'no_power' | 'has_power';
  /** Minutes since the failure, or since what is taken for its time. */
  readonly at: number;
  /** The customers it may come from; weights add up to at most 1. */
  readonly candidates: readonly { readonly customer: string; readonly weight: number }[];
  /** True where the customer was asked: then nobody's silence tells anything about it. */
  readonly asked?: boolean;
}

/**
 * Sums over the reports, by device: everything inference needs, none of it depending on the moment of looking.
 * A report takes time in proportion to its place's depth, whatever came before.
 */
export interface Evidence {
  /** By device × model: log of how much likelier the calls are if the device failed. */
  readonly calls: Float64Array;
  /** By device: unasked calls below. */
  readonly callsBelow: Float64Array;
  /** By device: log of how much likelier the has_power reports are if it failed, at most 0. */
  readonly hasPower: Float64Array;
  readonly hasPowerBelow: Float64Array;
  /** The calls with their places, for what can only be judged when all are known. */
  readonly placedCalls: readonly PlacedCall[];
  /** Unasked has_power reports. */
  readonly hasPowerCount: () => number;
  add(report: PlacedReport): void;
}

export interface PlacedCall {
  readonly customer: number;
  readonly at: number;
  readonly asked: boolean;
}

export interface PlacedReport extends PlacedCall {
  readonly kind: SupplyReport['kind'];
}

export function createEvidence(
  tree: DeviceTree,
  models: readonly CallModel[],
  settings: LocaliserSettings,
): Evidence {
  const devices = tree.ids.length;
  const calls = new Float64Array(devices * models.length);
  const callsBelow = new Float64Array(devices);
  const hasPower = new Float64Array(devices);
  const hasPowerBelow = new Float64Array(devices);
  const placedCalls: PlacedCall[] = [];
  let hasPowerCount = 0;
  const right = 1 - settings.wrongPlace;
  const hasPowerInTheDark = Math.log(settings.wrongPlace + right * settings.wrongWord);

  const addCall = (report: PlacedReport): void => {
    placedCalls.push(report);
    const gain = oddsOf(report, models, settings).map((odds) => Math.log1p(right * odds));
    climb(tree, report.customer, (device) => {
      const row = device * models.length;
      for (let model = 0; model < gain.length; model += 1) {
        calls[row + model] = (calls[row + model] ?? 0) + (gain[model] ?? 0);
      }
      if (!report.asked) callsBelow[device] = (callsBelow[device] ?? 0) + 1;
    });
  };

  const addHasPower = (report: PlacedReport): void => {
    if (!report.asked) hasPowerCount += 1;
    climb(tree, report.customer, (device) => {
      hasPower[device] = (hasPower[device] ?? 0) + hasPowerInTheDark;
      hasPowerBelow[device] = (hasPowerBelow[device] ?? 0) + 1;
    });
  };

  return {
    calls,
    callsBelow,
    hasPower,
    hasPowerBelow,
    placedCalls,
    hasPowerCount: () => hasPowerCount,
    add: (report) => (report.kind === 'no_power' ? addCall(report) : addHasPower(report)),
  };
}

/** By model: how much likelier the call is from a customer in the dark than from another. */
export function oddsOf(call: PlacedCall, models: readonly CallModel[], settings: LocaliserSettings): Float64Array {
  const answered = (1 - settings.wrongWord) / settings.askedInternalFault;
  return Float64Array.from(models, (model) => (call.asked ? answered : callOdds(model, call.at)));
}

export function climb(tree: DeviceTree, customer: number, visit: (device: number) => void): void {
  for (let device = tree.deviceOfCustomer[customer] ?? -1; device >= 0; device = tree.parent[device] ?? -1) visit(device);
}
