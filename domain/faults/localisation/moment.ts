import type { CallModel } from './call-model.ts';
import type { DevicePrior, FailurePrior } from './device-prior.ts';
import type { Evidence } from './evidence.ts';
import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';

/** All that is known at the moment of looking. */
export interface Moment {
  readonly tree: DeviceTree;
  readonly models: readonly CallModel[];
  readonly prior: DevicePrior;
  readonly evidence: Evidence;
  readonly confirmed: ReadonlyMap<number, boolean>;
  readonly minutes: number;
  readonly settings: LocaliserSettings;
}

/** A call model with a probability that a supplied customer says so unasked. */
export interface Hypothesis {
  readonly model: number;
  readonly logSilence: number;
  readonly failure: FailurePrior;
  /** -log P(a supplied customer says nothing). */
  readonly wordOfSupply: number;
  /** Log of what the weight of every set of failures is multiplied with. */
  readonly logBase: number;
}
