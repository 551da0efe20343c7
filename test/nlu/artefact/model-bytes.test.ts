import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect } from 'chai';
import { loadModel, MODEL_FILE } from '../../../nlu/artefact/load-model.ts';
import { ModelMismatch, readModel, writeModel } from '../../../nlu/artefact/model-bytes.ts';

const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe('the model artefact', () => {
  it('is read back as it was written', () => {
    const model = loadModel();
    const again = readModel(writeModel(model));
    expect(again.header).to.deep.equal(model.header);
    expect(again.index.hashes).to.deep.equal(model.index.hashes);
    expect(again.outputs.weights).to.deep.equal(model.outputs.weights);
    expect(again.tagger.emissions).to.deep.equal(model.tagger.emissions);
  }).timeout(20_000);

  it('is smaller than 12 MB', () => {
    expect(readFileSync(MODEL_FILE).length).to.be.lessThan(12_000_000);
  });

  const withHeader = (change: (header: Record<string, unknown>) => void): Buffer => {
    const bytes = brotliDecompressSync(readFileSync(MODEL_FILE));
    const end = 4 + bytes.readUInt32LE(0);
    const header: Record<string, unknown> = JSON.parse(bytes.subarray(4, end).toString());
    change(header);
    const changed = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(changed.length);
    return brotliCompressSync(Buffer.concat([length, changed, bytes.subarray(end)]), QUICKLY);
  };

  it('is refused where its taxonomy is another', () => {
    const bytes = withHeader((header) => {
      header.taxonomy = 2;
    });
    expect(() => readModel(bytes)).to.throw(ModelMismatch, 'taxonomy 2');
  }).timeout(20_000);

  it('is refused where its labels are others', () => {
    const bytes = withHeader((header) => {
      header.heads = [{ name: 'intent', kind: 'one', labels: ['yes'] }];
    });
    expect(() => readModel(bytes)).to.throw(ModelMismatch, 'other labels');
  }).timeout(20_000);

  it('is refused where it is damaged, cut short or missing', () => {
    expect(() => readModel(Buffer.from('no model'))).to.throw(ModelMismatch, 'damaged');
    const bytes = brotliDecompressSync(readFileSync(MODEL_FILE));
    const cut = brotliCompressSync(bytes.subarray(0, bytes.length / 2), QUICKLY);
    expect(() => readModel(cut)).to.throw(ModelMismatch, 'cut short');
    expect(() => loadModel('/nowhere/at/all')).to.throw(ModelMismatch, 'missing');
  }).timeout(20_000);
});
