import { expect } from 'chai';
import { draftOf, labelOf, numbersIn, strangeWords } from '../../../../web/desk/learning/label-draft.ts';
import { type LearningItem, MASK } from '../../../../web/protocol/desk/learning.ts';

describe('a label that is being filled in', () => {
  const number = (length: number) => MASK.repeat(length);
  const fault = { class: 'unknown', hazards: ['sparks'], people: [], site: [], scope: 'unknown', no_power: true };
  const item: LearningItem = {
    id: 'a',
    text: `石步村昨晚没电，${number(3)} ${number(4)} ${number(4)}，户号${number(16)}，${MASK}栋`,
    language: 'yue',
    reason: 'corrected',
    intent: 'ask_bill',
    times: 1,
    firstAt: 1,
    lastAt: 1,
    sessionId: null,
    model: 'm',
    guess: {
      intent: 'ask_bill',
      confidence: 0.2,
      alternatives: [],
      slots: { phone: number(11), since: '昨晚', amount: 12.5 },
      fault,
      severity: 'P1',
    },
    suggestion: null,
    state: 'open',
    label: null,
    decidedBy: null,
    decidedAt: null,
  };

  it('begins with the guess', () => {
    const draft = draftOf(item);
    expect(labelOf(draft)).to.deep.equal({ language: 'yue', intent: 'ask_bill', slots: item.guess.slots, fault });
    expect([...draft.numbers]).to.deep.equal([
      [11, 'phone'],
      [16, null],
    ]);
  });

  it('begins with what a colleague has put right', () => {
    const suggestion = { intent: 'report_outage', class: 'low_voltage', why: 'other' } as const;
    expect(labelOf(draftOf({ ...item, suggestion }))).to.deep.include({
      intent: 'report_outage',
      fault: { ...fault, class: 'low_voltage' },
    });
    const none = { ...item, suggestion, guess: { ...item.guess, fault: null } };
    expect(draftOf(none).fault).to.deep.include({ class: 'low_voltage', hazards: [] });
  });

  it('begins with the label where there is one', () => {
    const label = { language: 'en', intent: 'thank', slots: { address: '石步村' }, fault: null };
    expect(labelOf(draftOf({ ...item, label }))).to.deep.equal(label);
  });

  it('leaves out what is empty or no sum, and finds words that are not in the text', () => {
    const words = { address: '东城 ', since: ' 昨晚', month: '' };
    const draft = { ...draftOf(item), words, amount: 'x' };
    expect(labelOf(draft).slots).to.deep.equal({ phone: number(11), address: '东城', since: '昨晚' });
    expect(strangeWords(item.text, draft)).to.deep.equal(['address']);
  });

  it('takes the digits of an address for no number', () => {
    expect(numbersIn(`${number(2)}栋${number(3)}`)).to.deep.equal([]);
    expect(numbersIn(`${number(8)}和${number(8)}`)).to.deep.equal([8]);
  });
});
