import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LanguageModel } from '../../../nlu/artefact/language-model.ts';
import { loadModel, openModel } from '../../../nlu/artefact/load-model.ts';
import { writeModel } from '../../../nlu/artefact/model-bytes.ts';
import { modelFileIn, writeModelFolder } from '../../../nlu/artefact/model-folder.ts';
import { loadPlaceFinder } from '../../../nlu/places/load-place-finder.ts';
import type { Example } from '../../../nlu/train/example.ts';
import { retrain } from '../../../nlu/train/retrain.ts';
import { temporaryFolder } from '../../support/server-process.ts';

describe('retraining', () => {
  const places = loadPlaceFinder();
  const before = loadModel();
  const development: Example[] = [
    ['what do i owe', 'ask_balance'],
    ['there are sparks coming out of the pole', 'report_hazard'],
  ].map(([text = '', intent]) => ({
    text,
    language: 'en',
    intent: intent as Example['intent'],
    voice: 'nurse',
    slots: {},
    fault:
      intent === 'report_hazard'
        ? { class: 'low_voltage', hazards: ['sparks'], people: [], site: [], scope: 'unknown', no_power: false }
        : null,
  }));
  const retrainInto = (model: LanguageModel) =>
    retrain({ examples: [], development, before, places, train: async () => ({ model, heldOut: [] }) });

  it('finds nothing against a model that is as good as the one before', async () => {
    const { falls, figures } = await retrainInto(before);
    expect(falls).to.deep.equal([]);
    expect(figures.messages).to.equal(2);
  });

  it('finds what a worse model has lost', async () => {
    const outputs = { ...before.outputs, weights: before.outputs.weights.map(() => 0) };
    const networks = before.networks.map((network) => ({ ...network, first: network.first.map(() => 0) }));
    const { falls } = await retrainInto({ ...before, outputs, networks });
    expect(falls.map(({ figure }) => figure)).to.include('intentAccuracy');
  });

  it('measures on something, or does not train at all', async () => {
    let trained = false;
    const train = async () => {
      trained = true;
      return { model: before, heldOut: [] };
    };
    const [outcome] = await Promise.allSettled([retrain({ examples: [], development: [], before, places, train })]);
    expect(outcome).to.have.nested.property('reason.message', 'there are no development messages to measure on');
    expect(trained).to.equal(false);
  });

  it('puts a model into its folder whole, and keeps the one before beside it', () => {
    const folder = temporaryFolder();
    const bytes = writeModel(before);
    const model = join(folder.path, 'models');
    writeModelFolder(model, { bytes, card: { name: 'first' } });
    expect(openModel(modelFileIn(model)).digest).to.match(/^[0-9a-f]{16}$/);
    writeFileSync(modelFileIn(model), 'an older one');
    writeModelFolder(model, { bytes, card: { name: 'second' } });
    expect(readFileSync(`${modelFileIn(model)}.before`, 'utf8')).to.equal('an older one');
    expect(JSON.parse(readFileSync(join(model, 'card.json'), 'utf8'))).to.deep.equal({ name: 'second' });
    folder.remove();
  });
});
