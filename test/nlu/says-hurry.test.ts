import { expect } from 'chai';
import { saysHurry } from '../../nlu/says-hurry.ts';

describe('wanting a matter to be hurried', () => {
  for (const text of [
    '催一下我的工单',
    '怎么还没来人修',
    '我报的停电能不能快点',
    '等了三个小时了还没有人来',
    '點解仲未有人嚟',
    '師傅快啲嚟',
    'Can you hurry up with my ticket',
    'Still nobody has come to fix it',
    'I am chasing up my ticket',
    'How much longer?',
    'I have been waiting for 3 hours',
  ]) {
    it(`is heard in "${text}"`, () => expect(saysHurry(text)).to.equal(true));
  }

  for (const text of [
    '我报的修到哪了',
    '查一下工单进度',
    '261124272954',
    'What is the status of my ticket',
    '什么时候来电',
  ]) {
    it(`is not heard in "${text}"`, () => expect(saysHurry(text)).to.equal(false));
  }
});
