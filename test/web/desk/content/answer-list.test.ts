import { expect } from 'chai';
import { zhHans } from '../../../../strings/desk/zh-hans.ts';
import { type Answer, filterAnswers } from '../../../../web/desk/content/answer-list.ts';

describe('the list of answers', () => {
  const answer = (intent: string, original: string, edited: string | null = null): Answer => ({
    intent,
    language: 'zh-Hans',
    original,
    edited,
    updatedBy: null,
    updatedAt: null,
  });
  const answers = [answer('ask_tariff', '第一档'), answer('ask_invoice', '电子发票', '到营业厅开票')];
  const found = (search: string, onlyEdited = false) =>
    filterAnswers(zhHans, answers, { search, onlyEdited }).map(({ intent }) => intent);

  it('is searched by the intent in words, by its code and by what is said now', () => {
    expect(found('电价')).to.deep.equal(['ask_tariff']);
    expect(found('ASK_INVOICE')).to.deep.equal(['ask_invoice']);
    expect(found('营业厅')).to.deep.equal(['ask_invoice']);
    expect(found('电子')).to.deep.equal([]);
  });

  it('is narrowed to those edited', () => {
    expect(found('', true)).to.deep.equal(['ask_invoice']);
    expect(found(' ')).to.have.length(2);
  });
});
