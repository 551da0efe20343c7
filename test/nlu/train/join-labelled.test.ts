import { expect } from 'chai';
import { joinLabelled } from '../../../nlu/train/join-labelled.ts';
import type { ReadExample } from '../../../nlu/train/read-examples.ts';

describe('joining labelled messages with the built-in data', () => {
  const example = (text: string, change: Partial<ReadExample> = {}): ReadExample => ({
    text,
    language: 'zh-Hans',
    intent: 'ask_bill',
    voice: 'tenant',
    slots: {},
    fault: null,
    source: { file: 'labelled.jsonl', line: 1 },
    ...change,
  });
  const read = (...examples: ReadExample[]) => ({ examples, bad: [] });
  const BUILT_IN = [example('上月电费多少'), example('停电了', { intent: 'report_outage' })];

  it('lets a labelled message take the place of a built-in one that says the same, whatever its script', () => {
    const own = example('上月電費多少？', { intent: 'ask_balance' });
    const development = [example('上月电费多少。'), example('电费怎么交')];
    const joined = joinLabelled({
      builtIn: read(...BUILT_IN),
      labelled: read(own),
      development: read(...development),
    });
    if (!joined.ok) throw new Error('refused');
    expect(joined.examples).to.deep.equal([BUILT_IN[1], own]);
    expect(joined.development, 'what is learned from is not measured on').to.deep.equal([development[1]]);
    expect(joined.replaced).to.equal(1);
  });

  it('stops at lines that are invalid, doubled, that contradict each other or name what the text does not hold', () => {
    const labelled = {
      examples: [
        example('表红灯亮'),
        example('表红灯亮！', { intent: 'report_meter', source: { file: 'labelled.jsonl', line: 2 } }),
        example('没灯', { slots: { since: '昨晚' }, source: { file: 'labelled.jsonl', line: 3 } }),
      ],
      bad: [{ file: 'labelled.jsonl', line: 4, reason: 'not JSON' }],
    };
    const development = { examples: [], bad: [{ file: 'en.jsonl', line: 5, reason: 'not JSON' }] };
    const joined = joinLabelled({ builtIn: read(...BUILT_IN), labelled, development });
    const faults = joined.ok ? [] : joined.faults.map(({ line, kind }) => `${line} ${kind}`);
    expect(faults.toSorted()).to.deep.equal(['2 conflict', '3 slot_not_in_text', '4 invalid', '5 invalid']);
  });
});
