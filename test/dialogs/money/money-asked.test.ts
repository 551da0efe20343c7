import { expect } from 'chai';
import { type MoneyAsked, moneyAsked } from '../../../dialogs/money/money-asked.ts';
import { asksWhy, yardsticksIn } from '../../../dialogs/money/money-words.ts';

const ASKED: readonly (readonly [string, MoneyAsked | null])[] = [
  ['不交电费会停电吗', 'arrears'],
  ['欠費幾多日會停電', 'arrears'],
  ['will you cut me off', 'arrears'],
  ['how long until I am disconnected if I do not pay', 'arrears'],
  ['when will I be disconnected', 'arrears'],
  ['欠费停电了，已经停了', null],
  ['I was cut off for not paying, please reconnect me', null],
  ['明天会停电吗', null],
  ['能不能分期付款', 'payment_plan'],
  ['我下周五才能交，可以缓几天吗', 'payment_plan'],
  ['can I pay in instalments', 'payment_plan'],
  ['I can only pay on Friday', 'payment_plan'],
  ['I need more time to pay', 'payment_plan'],
  ['怎么交电费', null],
  ['我什么时候会到第三档', 'tier_ahead'],
  ['when will I reach tier 3', 'tier_ahead'],
  ['will I get into the next tier this month?', 'tier_ahead'],
  ['第三档多少钱一度', null],
  ['空调每天开八小时要多少钱', 'cost'],
  ['我家停电了', null],
];

describe('what words ask about money', () => {
  for (const [text, wanted] of ASKED) {
    it(`hears ${wanted ?? 'nothing of the kind'} in "${text}"`, () => {
      expect(moneyAsked(text)).to.equal(wanted);
    });
  }

  for (const text of [
    '为什么这么贵',
    '電費點解咁高',
    '怎么涨了这么多',
    'why is it so high?',
    'my bill has doubled',
    'it went up',
  ]) {
    it(`hears why in "${text}"`, () => {
      expect(asksWhy(text)).to.equal(true);
    });
  }

  for (const text of [
    '看账单',
    '账单不对，我要核查',
    'show me my bill',
    'the reading is wrong',
    '为什么这个月账单还没出',
    '為什麼我查不到賬單',
    "why haven't I received my bill",
    "why can't I see my bill",
  ]) {
    it(`hears no why in "${text}"`, () => {
      expect(asksWhy(text)).to.equal(false);
    });
  }

  it('knows what a bill is to be set against', () => {
    expect(yardsticksIn('为什么比去年同月高')).to.deep.equal({ month: false, year: true });
    expect(yardsticksIn('比上个月贵了一倍')).to.deep.equal({ month: true, year: false });
    expect(yardsticksIn('higher than last month and last year')).to.deep.equal({ month: true, year: true });
    expect(yardsticksIn('上个月电费怎么这么高')).to.deep.equal({ month: true, year: true });
  });
});
