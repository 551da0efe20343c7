import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { loadModel } from '../../nlu/artefact/load-model.ts';
import { createUnderstand } from '../../nlu/create-understand.ts';
import { loadPlaceFinder } from '../../nlu/places/load-place-finder.ts';
import { type Figures, figuresOf, judgeUnderstanding } from '../../nlu/train/evaluate.ts';
import { readExamples } from '../../nlu/train/read-examples.ts';

/** Figures of the development voices may not fall below these: raise them when the engine has become better. */
const FLOORS = {
  intentAccuracy: 0.81,
  outOfScopeRecall: 0.73,
  emergencyRecall: 0.96,
  emergencyPrecision: 0.62,
  severityAccuracy: 0.77,
  classAccuracy: 0.82,
  hazardsF1: 0.76,
  peopleF1: 0.6,
  scopeAccuracy: 0.79,
  noPowerAccuracy: 0.91,
  languageAccuracy: 0.97,
} as const satisfies Partial<Record<keyof Figures, number>>;

describe('figures of the served model on development messages, which it was not trained on', () => {
  let figures: Figures;
  before(() => {
    const { examples } = readExamples(fileURLToPath(new URL('../../nlu/data/development', import.meta.url)));
    const understand = createUnderstand({ model: loadModel(), places: loadPlaceFinder() });
    figures = figuresOf(examples.map((example) => judgeUnderstanding(example, understand(example.text))));
  });

  it('is honest about its confidence', () => {
    expect(figures.calibrationError).to.be.at.most(0.05);
  });

  for (const [figure, floor] of Object.entries(FLOORS) as [keyof typeof FLOORS, number][]) {
    it(`keeps ${figure} at ${floor} or above`, () => {
      expect(figures[figure]).to.be.at.least(floor);
    });
  }
});
