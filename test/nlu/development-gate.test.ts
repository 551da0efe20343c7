import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { loadModel } from '../../nlu/artefact/load-model.ts';
import { createUnderstand } from '../../nlu/create-understand.ts';
import { loadPlaceFinder } from '../../nlu/places/load-place-finder.ts';
import { FLOORS, fallsOf, MOST_CALIBRATION_ERROR } from '../../nlu/train/development-gate.ts';
import { type Figures, figuresOf, judgeUnderstanding } from '../../nlu/train/evaluate.ts';
import { readExamples } from '../../nlu/train/read-examples.ts';

describe('figures of the served model on development messages, which it was not trained on', () => {
  let figures: Figures;
  before(() => {
    const { examples } = readExamples(fileURLToPath(new URL('../../nlu/data/development', import.meta.url)));
    const understand = createUnderstand({ model: loadModel(), places: loadPlaceFinder() });
    figures = figuresOf(examples.map((example) => judgeUnderstanding(example, understand(example.text))));
  });

  it('is honest about its confidence', () => {
    expect(figures.calibrationError).to.be.at.most(MOST_CALIBRATION_ERROR);
  });

  for (const [figure, floor] of Object.entries(FLOORS) as [keyof typeof FLOORS, number][]) {
    it(`keeps ${figure} at ${floor} or above`, () => {
      expect(figures[figure]).to.be.at.least(floor);
    });
  }
});

describe('the gate that a retrained model has to pass', () => {
  const even = (value: number) =>
    ({
      ...Object.fromEntries(Object.keys(FLOORS).map((figure) => [figure, value])),
      calibrationError: 0.02,
    }) as unknown as Figures;

  it('lets through what is as good, better, or worse by no more than chance', () => {
    expect(fallsOf(even(0.99), even(0.99))).to.deep.equal([]);
    expect(fallsOf(even(1), even(0.99))).to.deep.equal([]);
    expect(fallsOf({ ...even(0.985), emergencyRecall: 0.984 }, even(0.99))).to.deep.equal([]);
  });

  it('stops what is worse than the model before, and two emergencies less', () => {
    expect(fallsOf({ ...even(0.99), classAccuracy: 0.96 }, even(0.99))).to.deep.equal([
      { figure: 'classAccuracy', is: 0.96, bound: 0.97 },
    ]);
    expect(fallsOf({ ...even(0.99), emergencyRecall: 0.98 }, even(0.99)).map(({ figure }) => figure)).to.deep.equal([
      'emergencyRecall',
    ]);
  });

  it('stops what falls below a floor, however near the model before was to it', () => {
    const before = { ...even(0.99), intentAccuracy: FLOORS.intentAccuracy + 0.001 };
    const falls = fallsOf({ ...before, intentAccuracy: FLOORS.intentAccuracy - 0.001 }, before);
    expect(falls).to.deep.equal([
      { figure: 'intentAccuracy', is: FLOORS.intentAccuracy - 0.001, bound: FLOORS.intentAccuracy },
    ]);
  });

  it('stops what is no longer honest about its confidence', () => {
    expect(fallsOf({ ...even(0.99), calibrationError: 0.06 }, even(0.99)).map(({ figure }) => figure)).to.deep.equal([
      'calibrationError',
    ]);
  });
});
