import { expect } from 'chai';
import { checkAnswerIn } from '../../../dialogs/faults/check-answer.ts';
import type { CheckAnswer, CheckStep } from '../../../domain/faults/intake/self-check.ts';
import { heardOf, type Said } from '../support/heard.ts';

describe('check-answer: what words say to a step of the self-check', () => {
  const cases: readonly (readonly [CheckStep, string, CheckAnswer | null, Said?])[] = [
    ['offer', '好的', 'yes'],
    ['offer', 'yes please', 'yes'],
    ['offer', '不了', 'no'],
    ['offer', '够不到', 'stop'],
    ['offer', "I can't reach it", 'stop'],
    ['offer', '地上有水', 'stop'],
    ['look', '有一个掉到下面了', 'yes'],
    ['look', '都在上面', 'no'],
    ['look', '没有跳的', 'no'],
    ['look', 'one is down', 'yes'],
    ['look', 'all up', 'no'],
    ['reset', '推上去了', 'yes'],
    ['reset', '推不上去', 'no'],
    ['reset', '又跳了', 'no'],
    ['reset', 'it holds', 'yes'],
    ['reset', 'it trips again', 'no'],
    ['circuits', '厨房那一路一推就跳', 'yes'],
    ['circuits', '都推上了，没跳', 'no'],
    ['circuits', 'one of them trips', 'yes'],
    ['circuits', 'all on', 'no'],
    ['back', '来电了', 'back'],
    ['back', '还是没电', 'no'],
    ['back', 'still no power', 'no'],
    ['back', '好的', 'yes', { intent: 'affirm' }],
    ['look', 'the lights are back on', 'back'],
    ['reset', '我不会弄，叫人来吧', 'stop'],
    ['reset', '违约金怎么算', null],
  ];
  for (const [step, text, answer, said] of cases) {
    it(`${step}, "${text}": ${answer ?? 'nothing'}`, () => {
      expect(checkAnswerIn(heardOf(text, said), step)).to.equal(answer);
    });
  }
});
