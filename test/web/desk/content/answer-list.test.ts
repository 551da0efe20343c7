import { expect } from 'chai';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { type Answer, filterAnswers, spokenAnswers } from '../../../../web/desk/content/answer-list.ts';

describe('the list of answers', () => {
  const answer = (intent: string, original: string, edited: string | null = null): Answer => ({
    intent,
    language: 'zh-Hans',
    original,
    edited,
    updatedBy: null,
    updatedAt: null,
  });
  const spoken = spokenAnswers({
    answers: [
      answer('ask_tariff', '第一档 {basePrice} 元'),
      answer('ask_invoice', '电子发票', '到营业厅开票，{hotline}'),
      answer('ask_late_fee', '违约金', '每天 {fee}'),
    ],
    placeholders: { 'zh-Hans': { basePrice: '0.589', hotline: '95598' }, en: {} },
  });
  const found = (search: string, onlyEdited = false) =>
    filterAnswers(zhHans, spoken, { search, onlyEdited }).map(({ answer: { intent } }) => intent);

  it('shows what the customer reads, with its figures', () => {
    expect(spoken.map((one) => one.spoken)).to.deep.equal(['第一档 0.589 元', '到营业厅开票，95598', '违约金']);
  });

  it('tells of an edited answer that cannot be used', () => {
    expect(spoken.map(({ inEffect }) => inEffect)).to.deep.equal([true, true, false]);
  });

  it('is searched by the intent in words, by its code and by what is said now', () => {
    expect(found('电价')).to.deep.equal(['ask_tariff']);
    expect(found('ASK_INVOICE')).to.deep.equal(['ask_invoice']);
    expect(found('营业厅')).to.deep.equal(['ask_invoice']);
    expect(found('0.589')).to.deep.equal(['ask_tariff']);
    expect(found('电子')).to.deep.equal([]);
  });

  it('is narrowed to those edited', () => {
    expect(found('', true)).to.deep.equal(['ask_invoice', 'ask_late_fee']);
    expect(found(' ')).to.have.length(3);
  });
});
