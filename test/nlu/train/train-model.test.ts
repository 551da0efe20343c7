import { expect } from 'chai';
import { writeModel } from '../../../nlu/artefact/model-bytes.ts';
import { createMessageReader } from '../../../nlu/features/read-message.ts';
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
  const train = () =>
    trainModel({
      examples,
      read: createMessageReader(),
      placesIn: () => [],
      seed: 3,
      folds: 2,
      onProgress: () => undefined,
    });

  it('gives the same bytes for the same examples and seed', () => {
    expect(writeModel(train().model).equals(writeModel(train().model))).to.equal(true);
  }).timeout(20_000);

  it('judges every example by a model that has not heard its voice', () => {
    const { heldOut } = train();
    expect(heldOut.map((item) => item.example)).to.deep.equal(examples);
  }).timeout(20_000);
});
