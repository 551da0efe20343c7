import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { LanguageModel } from '../artefact/language-model.ts';
import { loadModel } from '../artefact/load-model.ts';
import { createUnderstand } from '../create-understand.ts';
import { createMessageReader } from '../features/read-message.ts';
import { loadPlaceFinder } from '../places/load-place-finder.ts';
import { calibrationPlot } from '../train/calibration-plot.ts';
import { developmentSplit } from '../train/development-split.ts';
import { confidenceBins, judgeUnderstanding } from '../train/evaluate.ts';
import { evaluationReport } from '../train/evaluation-report.ts';
import type { Example } from '../train/example.ts';
import { readExamples } from '../train/read-examples.ts';
import { trainModel } from '../train/train-model.ts';

const { values } = parseArgs({
  options: {
    /** Measures the model that is served on sentences kept for measuring; never to choose anything by. */
    heldout: { type: 'boolean', default: false },
    plot: {
      type: 'string',
      default: fileURLToPath(new URL('../../docs/pictures/nlu-calibration.svg', import.meta.url)),
    },
    folds: { type: 'string', default: '5' },
  },
});

const folder = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url));
const say = (note: string): void => {
  process.stderr.write(`${note}\n`);
};
const places = loadPlaceFinder();

/** Trains without the voices of the development part, as many times as calibration needs: a minute or two. */
function developmentModel(examples: readonly Example[]): LanguageModel {
  const task = { read: createMessageReader(), placesIn: places.spansIn, seed: 1, folds: Number(values.folds) };
  return trainModel({ ...task, examples, onProgress: say }).model;
}

function parts(): { model: LanguageModel; examples: readonly Example[]; title: string } {
  if (values.heldout) {
    return { model: loadModel(), examples: readExamples(folder('heldout')).examples, title: 'held-out set' };
  }
  const { train, development } = developmentSplit(readExamples(folder('train')).examples);
  return { model: developmentModel(train), examples: development, title: 'development voices' };
}

const { model, examples, title } = parts();
const understand = createUnderstand({ model, places });
const judged = examples.map((example) => judgeUnderstanding(example, understand(example.text)));
process.stdout.write(`${evaluationReport(judged)}\n`);
writeFileSync(values.plot, calibrationPlot(confidenceBins(judged), `Confidence of intents, ${title}`));
say(`wrote ${values.plot}`);
