import { expect } from 'chai';
import { writeModel } from '../../../nlu/artefact/model-bytes.ts';
import type { Example } from '../../../nlu/train/example.ts';
import { trainModel } from '../../../nlu/train/train-model.ts';

describe('training', () => {
  const said = (text: string, intent: Example['intent'], voice: string, slots: Example['slots'] = {}): Example => ({
    text,
    language: 'zh-Hans',
    intent,
    voice,
    slots,
    fault: null,
  });
  const examples = ['tenant', 'farmer', 'student', 'driver'].flatMap((voice, at) => [
    said(`电费多少钱${'啊'.repeat(at)}`, 'ask_bill', voice),
    said(`${at + 1}月电费账单`, 'ask_bill', voice, { month: `${at + 1}月` }),
    said(`去哪里交电费${'呀'.repeat(at)}`, 'find_payment_location', voice),
    said(`附近营业厅在哪${'呢'.repeat(at)}`, 'find_payment_location', voice),
  ]);
  const train = (threads: number) => trainModel({ examples, seed: 3, folds: 2, threads, onProgress: () => undefined });

  it('gives the same bytes for the same examples and seed, on any number of threads', async () => {
    const [first, second] = [await train(1), await train(3)];
    expect(writeModel(first.model).equals(writeModel(second.model))).to.equal(true);
  }).timeout(30_000);

  it('judges every example by a model that has not heard its voice', async () => {
    const { heldOut } = await train(2);
    expect(heldOut.map((item) => item.example)).to.deep.equal(examples);
  }).timeout(30_000);
});
