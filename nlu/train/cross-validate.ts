import type { FeatureCounts } from '../features/count-features.ts';
import type { HeadRange } from '../features/heads.ts';
import { mixedMargins } from '../features/mixed-margins.ts';
import { buildIndex } from './build-index.ts';
import { CLASSIFIER_SETTINGS } from './classifier-settings.ts';
import { trainClassifier } from './train-classifier.ts';

export interface CrossValidationTask {
  readonly counts: readonly FeatureCounts[];
  readonly targets: readonly Int8Array[];
  readonly heads: readonly Pick<HeadRange, 'kind' | 'start' | 'end'>[];
  /** By message. */
  readonly foldOf: Int32Array;
  readonly folds: number;
  readonly seed: number;
  readonly onProgress: (note: string) => void;
}

/** The margins of each message by models that have heard nothing of its author: whole voices are held out. */
export function crossValidate(task: CrossValidationTask): Float32Array[] {
  const margins: Float32Array[] = task.counts.map(() => new Float32Array());
  for (let fold = 0; fold < task.folds; fold += 1) {
    task.onProgress(`cross-validation ${fold + 1} of ${task.folds}`);
    const kept = task.counts.map((_, at) => at).filter((at) => task.foldOf[at] !== fold);
    const index = buildIndex(kept.map((at) => task.counts[at] ?? []));
    const classifier = trainClassifier({
      index,
      rows: kept.map((at) => index.vectorOf(task.counts[at] ?? [])),
      targets: kept.map((at) => task.targets[at] ?? new Int8Array()),
      heads: task.heads,
      seed: task.seed,
      settings: CLASSIFIER_SETTINGS,
    });
    task.counts.forEach((counts, at) => {
      if (task.foldOf[at] !== fold) return;
      margins[at] = mixedMargins(classifier, index.vectorOf(counts));
    });
  }
  return margins;
}

/** The fold of each message: spreads the voices over the folds, the largest first, each to the fold that has the fewest messages. */
export function assignFolds(voices: readonly string[], folds: number): Int32Array {
  const sizes = new Map<string, number>();
  for (const voice of voices) sizes.set(voice, (sizes.get(voice) ?? 0) + 1);
  const loads = new Array<number>(folds).fill(0);
  const foldOfVoice = new Map<string, number>();
  const ordered = [...sizes].sort(([left, size], [right, other]) => other - size || (left < right ? -1 : 1));
  for (const [voice, size] of ordered) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] = (loads[fold] ?? 0) + size;
    foldOfVoice.set(voice, fold);
  }
  return Int32Array.from(voices, (voice) => foldOfVoice.get(voice) ?? 0);
}
