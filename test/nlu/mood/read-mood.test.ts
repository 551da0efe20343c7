import { expect } from 'chai';
import { readMood } from '../../../nlu/mood/read-mood.ts';

describe('the mood that words show', () => {
  const CASES = {
    upset: [
      '你们态度太差了',
      '垃圾公司，光收钱不干活',
      '扑街，又停电',
      '我要投訴你們！',
      "I've had enough of this",
      'You people are useless',
      'thanks a lot, what a joke of a company',
    ],
    impatient: [
      '到底什么时候来电啊',
      '我打了八遍电话',
      '等咗好耐',
      '點解咁耐都冇人理',
      'still nobody here',
      'this is the third time I report it',
    ],
    worried: ['老人家在家，好怕', '電線掉下來了，嚇死我了', '怎么办啊', "I'm scared to go inside", 'please help'],
    content: ['太好了，修得真快', '师傅辛苦了', '多謝晒', 'Thank you so much', 'that was quick'],
  } as const;
  for (const [mood, texts] of Object.entries(CASES)) {
    for (const text of texts) {
      it(`${mood}: ${text}`, () => {
        expect(readMood(text)?.mood).to.equal(mood);
      });
    }
  }

  for (const text of [
    '停电了',
    '不用担心，只是问问',
    '还要多久才修好',
    "I'm afraid that isn't it",
    '我不是很满意',
    "don't be worried about me",
    'my account number is 1234567890123456',
    '',
  ]) {
    it(`none: ${text}`, () => {
      expect(readMood(text)).to.equal(null);
    });
  }

  it('comes with the words', () => {
    const text = '师傅，你们态度太差了！';
    const shown = readMood(text);
    expect(text.slice(shown?.start, shown?.end)).to.equal('态度太差');
  });
});
