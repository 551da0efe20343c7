import { createHash } from 'node:crypto';
import type { LanguageModel } from '../artefact/language-model.ts';
import type { Figures } from './evaluate.ts';
import type { Example } from './example.ts';

export interface CardSource {
  readonly examples: readonly Example[];
  readonly model: LanguageModel;
  readonly figures: Figures;
  /** Day of training, ISO 8601. */
  readonly date: string;
  readonly seed: number;
  readonly bytes: number;
}

/** What a reader wants to know of a model before trusting it. */
export function modelCard(source: CardSource): Record<string, unknown> {
  const { examples, model } = source;
  return {
    name: 'switchboard',
    date: source.date,
    format: model.header.format,
    taxonomy: model.header.taxonomy,
    method:
      'one-against-rest squared-hinge SVMs by dual coordinate descent and one small network by AdaGrad, on TF-IDF of words, word pairs, characters and lexicon cues, towns blanked; calibrated by voices held out',
    seed: source.seed,
    bytes: source.bytes,
    features: model.index.size,
    outputs: model.outputs.count,
    data: {
      messages: examples.length,
      digest: createHash('sha256')
        .update(examples.map((example) => JSON.stringify(example)).join('\n'))
        .digest('hex')
        .slice(0, 16),
      byLanguage: countBy(examples, (example) => example.language),
      byIntent: countBy(examples, (example) => example.intent),
      withFault: examples.filter((example) => example.fault !== null).length,
      voices: new Set(examples.map((example) => example.voice)).size,
    },
    heldOutFigures: source.figures,
    thresholds: model.header.thresholds,
  };
}

function countBy(examples: readonly Example[], keyOf: (example: Example) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const example of examples) counts[keyOf(example)] = (counts[keyOf(example)] ?? 0) + 1;
  return counts;
}
