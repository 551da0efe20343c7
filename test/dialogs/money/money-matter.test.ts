import { expect } from 'chai';
import type { Memory } from '../../../dialogs/memory.ts';
import { newMemory } from '../../../dialogs/memory.ts';
import { moneyMatter } from '../../../dialogs/money/money-matter.ts';
import type { OfferedMatter } from '../../../dialogs/offer.ts';
import type { Intent } from '../../../domain/intent.ts';
import { heardOf } from '../support/heard.ts';

const VERIFIED = { accountId: 'A0001', number: '03…5678', lastUsedAt: 0, by: 'code', until: null } as const;

function leadsTo(intent: Intent, text: string, verified: Memory['verified'] = null): string | null {
  const matter = moneyMatter(intent, { heard: heardOf(text, { intent }), memory: { ...newMemory('s'), verified } });
  if (matter === null) return null;
  return 'dialog' in matter ? matter.dialog : 'said at once';
}

function offerLeadsTo(intent: Intent, matter?: OfferedMatter): string | null {
  const chosen = { kind: 'intent', intent, ...(matter ? { matter } : {}) } as const;
  const found = moneyMatter(intent, { heard: heardOf('x', { chosen }), memory: newMemory('s') });
  if (found === null) return null;
  return 'dialog' in found ? found.dialog : 'said at once';
}

describe('where words about money lead', () => {
  it('to the explanation of a bill, where they ask why', () => {
    expect(leadsTo('dispute_bill', '电费怎么这么贵')).to.equal('explain_bill');
    expect(leadsTo('ask_bill', 'why did my bill go up')).to.equal('explain_bill');
    expect(leadsTo('dispute_bill', '账单不对，我要核查')).to.equal(null);
    expect(leadsTo('ask_bill', '看账单')).to.equal(null);
  });

  it('to what something would cost: for anybody at once, for whoever is known by their own usage', () => {
    expect(leadsTo('ask_saving_tips', '开空调每天8小时要多少钱')).to.equal('said at once');
    expect(leadsTo('ask_saving_tips', '开空调每天8小时要多少钱', VERIFIED)).to.equal('ask_what_if');
  });

  it('to what is owed, where they speak of themselves or are known, else to the rule', () => {
    expect(leadsTo('ask_late_fee', '我的违约金是怎么算的')).to.equal('ask_arrears');
    expect(leadsTo('ask_late_fee', '违约金怎么算')).to.equal(null);
    expect(leadsTo('ask_late_fee', '违约金怎么算', VERIFIED)).to.equal('ask_arrears');
    expect(leadsTo('ask_late_fee', '不交电费会停电吗')).to.equal('said at once');
  });

  it('to a request for time to pay, whoever asks', () => {
    expect(leadsTo('ask_payment_methods', 'can I pay in instalments')).to.equal('request.payment_plan');
  });

  it('to advice from their own usage, where they speak of it', () => {
    expect(leadsTo('ask_saving_tips', '怎么省电')).to.equal('said at once');
    expect(leadsTo('ask_saving_tips', '我家怎么省电')).to.equal('ask_advice');
    expect(leadsTo('ask_saving_tips', 'when will I reach tier 3')).to.equal('ask_advice');
  });

  it('nowhere of their own where the matter is another one', () => {
    for (const intent of ['report_outage', 'complain', 'talk_to_agent', 'ask_balance'] as const) {
      expect(leadsTo(intent, '为什么这么贵，开空调8小时要多少钱')).to.be.oneOf([null, 'said at once']);
    }
    expect(leadsTo('report_outage', '为什么停电这么久')).to.equal(null);
  });

  it('where an offer says', () => {
    expect(offerLeadsTo('dispute_bill')).to.equal('explain_bill');
    expect(offerLeadsTo('dispute_bill', 'file_dispute')).to.equal(null);
    expect(offerLeadsTo('ask_late_fee', 'payment_plan')).to.equal('request.payment_plan');
    expect(offerLeadsTo('ask_late_fee', 'arrears')).to.equal('ask_arrears');
    expect(offerLeadsTo('ask_tariff', 'cost_for_me')).to.equal('ask_what_if');
    expect(offerLeadsTo('ask_saving_tips', 'my_usage')).to.equal('ask_advice');
    expect(offerLeadsTo('ask_bill')).to.equal(null);
  });
});
