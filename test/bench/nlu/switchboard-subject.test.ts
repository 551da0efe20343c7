import { expect } from 'chai';
import type { LabelledSet } from '../../../bench/nlu/labelled-set.ts';
import { recipeFor } from '../../../bench/nlu/recipe.ts';
import { switchboardSubject } from '../../../bench/nlu/switchboard-subject.ts';

describe('the classifier in the benchmark', () => {
  const set = (language: 'en' | 'zh', lines: readonly (readonly [string, string])[]): LabelledSet => ({
    key: 'made-up',
    title: 'made up',
    language,
    train: lines.map(([text, label]) => ({ text, label })),
    valid: [],
    test: [],
    strangersValid: [],
    strangersTest: [],
  });
  const few = set('en', [
    ['it never came', 'parcel_missing'],
    ['nothing in the letter box', 'parcel_missing'],
    ['send the money back', 'refund_wanted'],
    ['i want to be repaid', 'refund_wanted'],
  ]);

  it('learns from few examples, and from the words of the label itself', async () => {
    const classify = await switchboardSubject.train(few, 1);
    expect(await classify('nothing came')).to.include({ label: 'parcel_missing' });
    expect(await classify('a refund please')).to.include({ label: 'refund_wanted' });
  });

  it('has a recipe for few examples, for Chinese and for all else', () => {
    const many = (language: 'en' | 'zh') =>
      set(
        language,
        Array.from({ length: 40 }, (_, at) => [`${at}`, `${at % 2}`] as const),
      );
    expect(recipeFor(few, ['parcel_missing', 'refund_wanted']).ownWords).to.equal(true);
    expect(recipeFor(many('en'), ['0', '1']).settings.networks).to.equal(3);
    expect(recipeFor(many('zh'), ['0', '1']).settings.networks).to.equal(0);
  });
});
