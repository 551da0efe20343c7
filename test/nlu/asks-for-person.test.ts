import { expect } from 'chai';
import { asksForPerson } from '../../nlu/asks-for-person.ts';

describe('a plain wish for a person', () => {
  for (const text of [
    '你们态度太差了，转人工',
    '转人工',
    '停电了，快转人工吧',
    '投诉！我要找真人客服',
    '講極都唔明，幫我轉人工啦',
    '唔该搵人工',
    'You are useless, get me a human',
    'My bill is wrong and I want to speak to a person',
    'talk to an agent please',
    'Can I speak to a real person?',
  ]) {
    it(`is: ${text}`, () => {
      expect(asksForPerson(text)).to.equal(true);
    });
  }

  for (const text of [
    '不要转人工',
    '昨天转人工转了半天没人接',
    '人工费怎么算',
    '转人工客服的时候断线了',
    '有人受伤了',
    'a person was hurt',
    'nobody answered when I asked for a person yesterday',
    'there is a person, on the ground',
    'I do not want to talk to an agent',
    'The operator told me to wait',
  ]) {
    it(`is not: ${text}`, () => {
      expect(asksForPerson(text)).to.equal(false);
    });
  }

  it('is looked for in no time in words made to hold it up', () => {
    for (const words of ['我要', 'i want to ', '快点快', 'please just '])
      expect(asksForPerson(words.repeat(4000))).to.equal(false);
  });
});
