import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODEL_CARD_FILE, MODEL_FILE } from '../artefact/load-model.ts';
import { writeModel } from '../artefact/model-bytes.ts';
import { evaluate } from '../train/evaluate.ts';
import { lintData } from '../train/lint-data.ts';
import { modelCard } from '../train/model-card.ts';
import { readExamples } from '../train/read-examples.ts';
import { trainModel } from '../train/train-model.ts';
import { FOLDS } from '../train/training-parts.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: fileURLToPath(new URL('../data/train', import.meta.url)) },
    out: { type: 'string', default: MODEL_FILE },
    card: { type: 'string', default: MODEL_CARD_FILE },
    seed: { type: 'string', default: '1' },
    folds: { type: 'string', default: String(FOLDS) },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

const started = performance.now();
const say = (note: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${note}\n`);
};

const { examples, bad } = readExamples(values.data);
const faults = [...bad.map((line) => ({ ...line, kind: 'invalid' })), ...lintData(examples)];
for (const fault of faults) {
  say(`${fault.file}:${fault.line} ${fault.kind}: ${fault.reason}`);
}
const trained = await trainModel({
  examples,
  seed: Number(values.seed),
  folds: Number(values.folds),
  onProgress: say,
});
const figures = evaluate(trained.heldOut, trained.model.header);
const bytes = writeModel(trained.model);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
const card = modelCard({
  examples,
  model: trained.model,
  figures,
  date: values.date,
  seed: Number(values.seed),
  bytes: bytes.length,
});
writeFileSync(values.card, `${JSON.stringify(card, null, 2)}\n`);
say(`wrote ${values.out} (${Math.round(bytes.length / 1024)} kB)`);
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
