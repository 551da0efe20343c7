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
 * Sums over the reports, by device: everything inference needs, none of it depending on the moment of looking. Adding a
 * report takes time in proportion to its places' depth, whatever came before.
 */
export interface Evidence {
  /** By device × model: log of how much likelier the calls are if the device failed than if it did not. */
  readonly calls: Float64Array;
  /** By device: unasked calls below; whole where all places are certain. */
  readonly callsBelow: Float64Array;
  /** By device: log of how much likelier the has_power reports are if it failed, at most 0. */
  readonly hasPower: Float64Array;
  /** By device: unasked has_power reports below, and all of them. */
  readonly unaskedHasPowerBelow: Float64Array;
  readonly hasPowerBelow: Float64Array;
  /** Unasked reports. */
  callCount: number;
  hasPowerCount: number;
}

/** A report whose places are known to the tree; weights as in SupplyReport. */
export interface PlacedReport extends Pick<SupplyReport, 'kind' | 'at'> {
  readonly asked: boolean;
  readonly places: readonly Place[];
}

export interface Place {
  readonly customer: number;
  readonly weight: number;
}

export function emptyEvidence(devices: number, models: number): Evidence {
  return {
    calls: new Float64Array(devices * models),
    callsBelow: new Float64Array(devices),
    hasPower: new Float64Array(devices),
    unaskedHasPowerBelow: new Float64Array(devices),
    hasPowerBelow: new Float64Array(devices),
    callCount: 0,
    hasPowerCount: 0,
  };
}

export function copyEvidence(evidence: Evidence): Evidence {
  return {
    ...evidence,
    calls: evidence.calls.slice(),
    callsBelow: evidence.callsBelow.slice(),
    hasPower: evidence.hasPower.slice(),
    unaskedHasPowerBelow: evidence.unaskedHasPowerBelow.slice(),
    hasPowerBelow: evidence.hasPowerBelow.slice(),
  };
}

export type Collect = (evidence: Evidence, report: PlacedReport) => void;

export function createCollect(tree: DeviceTree, models: readonly CallModel[], settings: LocaliserSettings): Collect {
  /** By device, while a report is added: how probable it is that it comes from below. */
  const share = new Float64Array(tree.ids.length);

  const addCall = (evidence: Evidence, report: PlacedReport, touched: readonly number[]): void => {
    if (!report.asked) evidence.callCount += 1;
    // A report of uncertain place is divided, so that it counts once in all, not once at each of its places.
    const gain = oddsOf(report, models, settings).map((odds) => Math.log1p(odds));
    for (const device of touched) {
      const weight = share[device] ?? 0;
      const row = device * models.length;
      for (let model = 0; model < gain.length; model += 1) {
        evidence.calls[row + model] = (evidence.calls[row + model] ?? 0) + weight * (gain[model] ?? 0);
      }
      if (!report.asked) evidence.callsBelow[device] = (evidence.callsBelow[device] ?? 0) + weight;
    }
  };

  const addHasPower = (evidence: Evidence, report: PlacedReport, touched: readonly number[]): void => {
    if (!report.asked) evidence.hasPowerCount += 1;
    const gain = Math.log(report.asked ? settings.wrongAnswer / (1 - settings.askedInternalFault) : settings.wrongWord);
    for (const device of touched) {
      const weight = Math.min(1, share[device] ?? 0);
      evidence.hasPower[device] = (evidence.hasPower[device] ?? 0) + weight * gain;
      evidence.hasPowerBelow[device] = (evidence.hasPowerBelow[device] ?? 0) + weight;
      if (!report.asked) evidence.unaskedHasPowerBelow[device] = (evidence.unaskedHasPowerBelow[device] ?? 0) + weight;
    }
  };

  return (evidence, report) => {
    const touched: number[] = [];
    for (const { customer, weight } of report.places) {
      for (let device = tree.deviceOfCustomer[customer] ?? -1; device >= 0; device = tree.parent[device] ?? -1) {
        if (share[device] === 0) touched.push(device);
        share[device] = (share[device] ?? 0) + weight;
      }
    }
    if (report.kind === 'no_power') addCall(evidence, report, touched);
    else addHasPower(evidence, report, touched);
    for (const device of touched) share[device] = 0;
  };
}

/** By model: how much likelier the call is from a customer in the dark than from another, less one. */
export function oddsOf(
  { at, asked }: Pick<PlacedReport, 'at' | 'asked'>,
  models: readonly CallModel[],
  settings: LocaliserSettings,
): Float64Array {
  const answered = (1 - settings.wrongAnswer) / settings.askedInternalFault - 1;
  return Float64Array.from(models, (model) => (asked ? answered : callOdds(model, at)));
}
