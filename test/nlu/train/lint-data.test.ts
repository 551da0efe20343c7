import { expect } from 'chai';
import { lintData } from '../../../nlu/train/lint-data.ts';
import type { ReadExample } from '../../../nlu/train/read-examples.ts';

describe('the linter for training data', () => {
  const example = (line: number, text: string, change: Partial<ReadExample> = {}): ReadExample => ({
    text,
    language: 'zh-Hans',
    intent: 'ask_bill',
    voice: 'tenant',
    slots: {},
    fault: null,
    source: { file: 'a.jsonl', line },
    ...change,
  });
  const kinds = (examples: readonly ReadExample[]): string[] =>
    lintData(examples).map((fault) => `${fault.line} ${fault.kind}`);

  it('finds a text that is said twice, whatever its signs', () => {
    expect(kinds([example(1, '上月电费多少'), example(2, '上月电费多少？')])).to.deep.equal(['2 duplicate']);
  });

  it('takes two scripts for two languages', () => {
    expect(kinds([example(1, '上月电费多少'), example(2, '上月電費多少', { language: 'zh-Hant' })])).to.deep.equal([]);
  });

  it('finds what is learnt from though it is kept for measuring, unless it is what everybody says', () => {
    const first = 'could you tell me how much electricity we used in the shop last month please';
    const learnt = [example(1, first), example(2, `${first} sir`), example(3, 'thanks')];
    const measured = [example(9, first), example(10, 'thanks')];
    expect(lintData(learnt, measured).map((fault) => `${fault.line} ${fault.kind}`)).to.deep.equal([
      '1 leak',
      '2 leak',
    ]);
  });

  it('finds what is learnt twice, though it is what everybody says and is kept for measuring too', () => {
    const faults = lintData([example(1, 'thanks'), example(2, 'thanks!')], [example(9, 'Thanks')]);
    expect(faults.map((fault) => `${fault.line} ${fault.kind}`)).to.deep.equal(['2 duplicate']);
  });

  it('finds one text with two intents', () => {
    expect(kinds([example(1, '上月电费多少'), example(2, '上月电费多少', { intent: 'ask_balance' })])).to.deep.equal([
      '2 conflict',
    ]);
  });

  it('finds long texts that are nearly the same', () => {
    const first = 'could you tell me how much electricity we used in the shop last month please';
    expect(kinds([example(1, first), example(2, `${first} sir`)])).to.deep.equal(['2 near_duplicate']);
  });

  it('finds a slot that the text does not hold', () => {
    expect(kinds([example(1, '上月电费多少', { slots: { month: '本月' } })])).to.deep.equal(['1 slot_not_in_text']);
  });

  it('has nothing to say of good data', () => {
    expect(
      kinds([
        example(1, '上月电费多少', { slots: { month: '上月' } }),
        example(2, '停电了', { intent: 'report_outage' }),
      ]),
    ).to.deep.equal([]);
  });
});
