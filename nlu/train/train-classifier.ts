import type { FeatureIndex, SparseVector } from '../features/feature-index.ts';
import type { HeadRange } from '../features/heads.ts';
import type { Classifier } from '../features/mixed-margins.ts';
import { rarityOf } from './build-index.ts';
import { quantise } from './quantise.ts';
import { type NetworkSettings, trainNetwork } from './train-network.ts';
import { trainOutputs } from './train-outputs.ts';

export interface ClassifierTask {
  readonly index: FeatureIndex;
  readonly rows: readonly SparseVector[];
  /** By row, then by output: 1, -1, or 0 where the row says nothing. */
  readonly targets: readonly Int8Array[];
  readonly heads: readonly Pick<HeadRange, 'kind' | 'start' | 'end'>[];
  readonly seed: number;
  readonly settings: ClassifierSettings;
}

export interface ClassifierSettings extends NetworkSettings {
  /** How many networks are averaged. */
  readonly networks: number;
  /** How often a feature must occur for a network to read it. */
  readonly leastMessages: number;
}

/** Support vector machines and networks on the same vectors. */
export function trainClassifier(task: ClassifierTask): Classifier {
  const { index, rows, targets, heads, seed, settings } = task;
  const outputs = heads.reduce((most, head) => Math.max(most, head.end), 0);
  const functions = trainOutputs({ rows, targets, outputs, columns: index.size, seed });
  const columns = commonColumns(index, rows.length, settings.leastMessages);
  const networks = Array.from({ length: settings.networks }, (_, number) =>
    trainNetwork({ rows, targets, heads, columns, settings, seed: seed + number }),
  );
  return { outputs: quantise(functions, index.size), networks };
}

/** Columns are in order of their rarity. */
function commonColumns(index: FeatureIndex, messages: number, leastMessages: number): number {
  const rarest = rarityOf(leastMessages, messages) + 1e-6;
  let columns = 0;
  while (columns < index.size && (index.rarities[columns] ?? 0) <= rarest) columns += 1;
  return columns;
}
