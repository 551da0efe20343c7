import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { modelDigest, type OpenedModel, openModel } from '../artefact/load-model.ts';
import { ModelMismatch, writeModel } from '../artefact/model-bytes.ts';
import { modelFileIn, writeModelFolder } from '../artefact/model-folder.ts';
import { loadPlaceFinder } from '../places/load-place-finder.ts';
import { evaluate } from '../train/evaluate.ts';
import { joinLabelled } from '../train/join-labelled.ts';
import { modelCard } from '../train/model-card.ts';
import { readExampleFile, readExamples } from '../train/read-examples.ts';
import { type Retrained, retrain } from '../train/retrain.ts';
import { trainModel } from '../train/train-model.ts';
import { FOLDS } from '../train/training-parts.ts';

const USAGE = `Trains the language model on the built-in data and on labelled messages, and puts it into a folder where it is no worse than the one before.

  npm run retrain -- --with labelled.jsonl --to FOLDER [--train FOLDER] [--development FOLDER]

--train and --development name other data than the built-in ones to learn from and to measure on.

Exit code 0: the model stands in FOLDER; LANGUAGE_MODEL=FOLDER has the server use it from its next start. 1: it was worse, and
nothing was replaced. 2: something in the lines has to be put right first.
`;

const SEED = 1;

const started = performance.now();
const say = (note: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${note}\n`);
};
const builtIn = (part: string): string => fileURLToPath(new URL(`../data/${part}`, import.meta.url));

/** `npm run retrain`: what has been labelled at the desk becomes part of what the engine knows. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      with: { type: 'string' },
      to: { type: 'string' },
      train: { type: 'string', default: builtIn('train') },
      development: { type: 'string', default: builtIn('development') },
    },
  });
  if (values.with === undefined || values.to === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const labelled = readExampleFile(values.with);
  const joined = joinLabelled({
    builtIn: readExamples(values.train),
    labelled,
    development: readExamples(values.development),
  });
  if (!joined.ok) {
    for (const { file, line, kind, reason } of joined.faults) say(`${file}:${line} ${kind}: ${reason}`);
    say('nothing was trained: put these lines right first');
    return 2;
  }
  say(`${labelled.examples.length} labelled messages, ${joined.replaced} built-in ones replaced by them`);
  const file = modelFileIn(values.to);
  const before = modelBefore(file);
  const { examples } = joined;
  const done = await retrain({
    ...joined,
    before: before.model,
    places: loadPlaceFinder(),
    train: (heard) => trainModel({ examples: heard, seed: SEED, folds: FOLDS, onProgress: say }),
  });
  tellFigures(done);
  if (done.falls.length > 0) {
    for (const { figure, is, bound } of done.falls) say(`${figure} is ${is}, and has to be ${bound}`);
    say(`the model in use (${before.digest}) stays: the new one is worse. Look at the labels once more`);
    return 1;
  }
  const bytes = writeModel(done.trained.model);
  const digest = modelDigest(bytes);
  const heldOut = evaluate(done.trained.heldOut, done.trained.model.header);
  const date = new Date().toISOString().slice(0, 10);
  const card = {
    ...modelCard({ examples, model: done.trained.model, figures: heldOut, date, seed: SEED, bytes: bytes.length }),
    digest,
    replaces: before.digest,
    labelledMessages: labelled.examples.length,
    developmentFigures: done.figures,
  };
  writeModelFolder(values.to, { bytes, card });
  say(`wrote ${file} (${digest}). Set LANGUAGE_MODEL=${values.to} and start the server anew`);
  return 0;
}

/** The one in the folder; the built-in one where there is none, or none that this version can read. */
function modelBefore(file: string): OpenedModel {
  if (!existsSync(file)) return openModel();
  try {
    return openModel(file);
  } catch (error) {
    if (!(error instanceof ModelMismatch)) throw error;
    say(`${file} is no model for this version (${error.message}): the built-in one is measured in its place`);
    return openModel();
  }
}

function tellFigures({ figures, before }: Retrained): void {
  for (const [figure, is] of Object.entries(figures)) {
    const was = before[figure as keyof typeof before];
    if (typeof is === 'number' && typeof was === 'number') say(`${figure.padEnd(20)} ${was} → ${is}`);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
