import { expect } from 'chai';
import type { Example } from '../../../nlu/train/example.ts';
import { TrainingThreads } from '../../../nlu/train/training-threads.ts';

describe('threads of training', () => {
  const example: Example = {
    text: '电费多少钱',
    language: 'zh-Hans',
    intent: 'ask_bill',
    voice: 'tenant',
    slots: {},
    fault: null,
  };
  const reasonOf = (outcome: PromiseSettledResult<unknown>): string =>
    outcome.status === 'rejected' ? String(outcome.reason) : outcome.status;

  it('tell what was wrong to all that is asked for, also afterwards', async () => {
    const unreadable = { ...example, text: null as unknown as string };
    const threads = new TrainingThreads({ examples: [unreadable], seed: 1, folds: 2 }, 1);
    const [first, ...others] = (
      await Promise.allSettled([threads.classifier(), threads.marginsOf(0), threads.marginsOf(1)])
    ).map(reasonOf);
    expect(first).to.match(/^TypeError/);
    expect(others).to.deep.equal([first, first]);
    const late = await Promise.allSettled([threads.tagger([])]);
    expect(late.map(reasonOf)).to.deep.equal([first]);
    await threads.stop();
  });

  it('leave nobody waiting when they are stopped', async () => {
    const threads = new TrainingThreads({ examples: [example], seed: 1, folds: 2 }, 2);
    const asked = Promise.allSettled([threads.marginsOf(0), threads.marginsOf(1), threads.classifier()]);
    await threads.stop();
    expect((await asked).map(reasonOf)).to.deep.equal(new Array(3).fill('Error: training was stopped'));
  });
});
