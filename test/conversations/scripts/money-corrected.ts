import type { Script } from '../script.ts';

/** "No, I meant…": months, accounts, places and details that are taken back. */
export const moneyCorrected: readonly Script[] = [
  {
    name: 'goes from one month to the one that was meant',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['2026年10月电费账单'] } },
      { say: '不是这个月，是八月的', expect: { cards: ['bill'], contains: ['2026年8月电费账单'] } },
      { say: '对不起，九月的', expect: { cards: ['bill'], contains: ['2026年9月电费账单', '166.56 元', '已经交清'] } },
      { say: '那七月呢', expect: { cards: ['bill'], contains: ['2026年7月电费账单', '186.66 元'] } },
    ],
  },
  {
    name: 'the same in English',
    steps: [
      { say: 'show me my bill' },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['Bill for October 2026', '¥201.40'] } },
      { say: 'no, September', expect: { cards: ['bill'], contains: ['Bill for September 2026', '¥166.56'] } },
      { say: 'sorry, I meant July', expect: { cards: ['bill'], contains: ['Bill for July 2026', '¥186.66'] } },
    ],
  },
  {
    name: 'takes another account where the first was wrong, in words',
    steps: [
      { say: '我要看账单' },
      { account: "nobody's", expect: { contains: ['如果这个户号存在'] } },
      { say: '户号发错了', expect: { contains: ['16 位户号'], not: ['验证码不对'] } },
      { account: 'demo', expect: { contains: ['如果这个户号存在'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['03…5678'] } },
    ],
  },
  {
    name: 'the same in English, after a wrong code, and the tries begin anew',
    steps: [
      { say: 'show me my bill' },
      { account: "nobody's" },
      { code: 'wrong', expect: { contains: ['You can try 2 more times'] } },
      { say: 'sorry, wrong account', expect: { contains: ['16-digit'], not: ['That code is not right'] } },
      { account: 'demo', expect: { contains: ['a code has been sent'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['October 2026'] } },
    ],
  },
  {
    name: 'takes another account by the offer',
    steps: [
      { say: 'my bill' },
      { account: "nobody's", expect: { offers: ['Another account'] } },
      { choose: 'Another account', expect: { contains: ['16-digit'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'takes a number that is sent instead of the code for another account',
    steps: [
      { say: '查账单' },
      { account: 'other' },
      { account: 'demo', expect: { contains: ['如果这个户号存在'], not: ['验证码不对'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['03…5678'] } },
    ],
  },
  {
    name: 'takes a wrong code, then the right one',
    steps: [
      { say: '我还欠多少电费' },
      { account: 'demo' },
      { code: 'wrong', expect: { contains: ['验证码不对，还可以试 2 次'], not: ['202.21'] } },
      { code: 'right', expect: { contains: ['202.21 元'] } },
    ],
  },
  {
    name: 'takes a code with spaces in it',
    steps: [
      { say: 'how much do I owe' },
      { account: 'demo' },
      { say: 'the code is 12 34', expect: { contains: ['not right'], not: ['¥202'] } },
      { code: 'right', expect: { contains: ['¥202.21'] } },
    ],
  },
  {
    name: 'looks in another town than was said first',
    steps: [
      { say: 'where can I pay near Liaobu', expect: { cards: ['places'], contains: ['Liaobu service hall'] } },
      {
        say: 'no, I meant Humen',
        expect: { cards: ['places'], contains: ['Humen service hall'], not: ['Liaobu service'] },
      },
    ],
  },
  {
    name: 'the same in Chinese, with the time that was asked for',
    steps: [
      {
        say: '去虎门交费，今晚八点还开吗',
        expect: { cards: ['places'], contains: ['今天 20:00', '宴岗社区便民缴费点'], not: ['虎门供电服务厅'] },
      },
      { say: '算了，改成长安', expect: { cards: ['places'], contains: ['长安镇附近的缴费点'] } },
    ],
  },
  {
    name: 'takes a new place while it asks for one',
    steps: [
      { say: '附近哪里交电费', expect: { contains: ['您在哪里'] } },
      {
        say: '寮步那边哪里可以交电费？',
        expect: { cards: ['places'], contains: ['寮步镇附近的缴费点'], not: ['您在哪里'] },
      },
    ],
  },
  {
    name: 'explains another month than the last',
    steps: [
      { say: '电费为什么这么高' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['2026年10月对比2026年9月', '+34.84 元'] } },
      {
        say: '我问的是七月为什么高',
        expect: { cards: ['bill', 'bill'], contains: ['2026年7月对比2026年6月', '-12.73 元'] },
      },
    ],
  },
  {
    name: 'keeps what was told first where the telephone number is corrected',
    steps: [
      { say: '我要投诉', expect: { contains: ['什么事'] } },
      { say: '抄表员上周没来就估了数', expect: { contains: ['联系电话'] } },
      { say: '13800138000', expect: { cards: ['ticket'], ticket: { kind: 'complaint', phone: '13800138000' } } },
    ],
  },
  {
    name: 'goes back to the general answer from the customer’s own',
    steps: [
      { say: '怎么省电', expect: { contains: ['空调用电最多'], offers: ['看我家的用电'] } },
      { choose: '看我家的用电', expect: { contains: ['16 位户号'] } },
      { say: '算了不查了', expect: { contains: ['已经停下'], cards: [] } },
      { say: '怎么省电', expect: { contains: ['空调用电最多'] } },
    ],
  },
];
