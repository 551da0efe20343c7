import type { LanguageModel } from '../artefact/language-model.ts';
import { createUnderstand, type UnderstandParts } from '../create-understand.ts';
import { type Fall, fallsOf } from './development-gate.ts';
import { type Figures, figuresOf, judgeUnderstanding } from './evaluate.ts';
import type { Example } from './example.ts';
import type { TrainingResult } from './train-model.ts';

export interface RetrainTask {
  readonly examples: readonly Example[];
  /** Messages that both models are measured on; neither has learned from them. */
  readonly development: readonly Example[];
  /** The model whose place the new one would take. */
  readonly before: LanguageModel;
  readonly places: UnderstandParts['places'];
  readonly train: (examples: readonly Example[]) => Promise<TrainingResult>;
}

export interface Retrained {
  readonly trained: TrainingResult;
  readonly figures: Figures;
  readonly before: Figures;
  /** Empty where the new model may take the other's place. */
  readonly falls: readonly Fall[];
}

/**
 * Trains anew and measures the result beside the model that it would replace. Replaces nothing itself. Rejects where there
 * is nothing to measure on: of no messages, no model is worse.
 */
export async function retrain({ examples, development, before, places, train }: RetrainTask): Promise<Retrained> {
  if (development.length === 0) throw new Error('there are no development messages to measure on');
  const measure = (model: LanguageModel): Figures => {
    const understand = createUnderstand({ model, places });
    return figuresOf(development.map((example) => judgeUnderstanding(example, understand(example.text))));
  };
  const trained = await train(examples);
  const figures = measure(trained.model);
  const figuresBefore = measure(before);
  return { trained, figures, before: figuresBefore, falls: fallsOf(figures, figuresBefore) };
}
