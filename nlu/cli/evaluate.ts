import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadModel } from '../artefact/load-model.ts';
import { createUnderstand } from '../create-understand.ts';
import { loadPlaceFinder } from '../places/load-place-finder.ts';
import { calibrationPlot } from '../train/calibration-plot.ts';
import { confidenceBins, judgeUnderstanding } from '../train/evaluate.ts';
import { evaluationReport } from '../train/evaluation-report.ts';
import { readExamples } from '../train/read-examples.ts';

const { values } = parseArgs({
  options: {
    /** Measures on sentences kept for telling figures; never to choose anything by. */
    heldout: { type: 'boolean', default: false },
    plot: {
      type: 'string',
      default: fileURLToPath(new URL('../../docs/pictures/nlu-calibration.svg', import.meta.url)),
    },
  },
});

const part = values.heldout ? 'heldout' : 'development';
const { examples } = readExamples(fileURLToPath(new URL(`../data/${part}`, import.meta.url)));
const understand = createUnderstand({ model: loadModel(), places: loadPlaceFinder() });
const judged = examples.map((example) => judgeUnderstanding(example, understand(example.text)));
process.stdout.write(`${evaluationReport(judged)}\n`);
writeFileSync(values.plot, calibrationPlot(confidenceBins(judged), `Confidence of intents, ${part} messages`));
process.stderr.write(`wrote ${values.plot}\n`);
