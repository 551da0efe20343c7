import type { Script } from '../script.ts';

/** What is owed, what comes of it, and what can be done. */
export const arrears: readonly Script[] = [
  {
    name: 'tells the late fee to today and how it came about, and when supply may be cut',
    steps: [
      { say: '我的违约金是怎么算出来的', expect: { contains: ['16 位户号'], not: ['元'] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill'],
          contains: [
            '× 4 天 × 每天 0.1%',
            '最后缴费日 2026年11月20日',
            '2026年12月21日以前不会因为欠费停电，还有 27 天',
            '停电前 3 至 7 天',
          ],
          offers: ['缴费方式', '找缴费点', '申请缓交或分期'],
        },
      },
    ],
  },
  {
    name: 'tells anybody the rule of disconnection, and their own days once they are verified',
    steps: [
      {
        say: '不交电费会停电吗',
        expect: {
          contains: ['逾期超过 30 天', '停电前 30 分钟', '24 小时内恢复供电'],
          offers: ['看我的欠费和违约金'],
          cards: [],
        },
      },
      { choose: '看我的欠费和违约金', expect: { contains: ['16 位户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['还有 27 天'] } },
      { say: 'will you cut me off?', expect: { cards: ['bill'], contains: ['27 days left'] } },
    ],
  },
  {
    name: 'asks who it is before it speaks of "me"',
    steps: [
      { say: 'when will I be disconnected', expect: { contains: ['16-digit'], not: ['¥'] } },
      { account: 'other' },
      { code: 'wrong', expect: { not: ['¥', 'owed'] } },
    ],
  },
  {
    name: 'tells who is cut off how supply comes back, and files the reconnection with the record attached',
    steps: [
      { say: '我的欠费和违约金是多少', expect: { contains: ['户号'] } },
      { account: 'disconnected' },
      {
        code: 'right',
        expect: { cards: ['bill'], contains: ['因欠费停了电', '违约金'], offers: ['申请复电'] },
      },
      { choose: '申请复电', expect: { contains: ['24 小时内恢复供电'] } },
      { choose: '跳过', expect: { cards: ['ticket'], contains: ['缴费记录'], ticket: { kind: 'reconnection' } } },
    ],
  },
  {
    name: 'takes down a request for time to pay from anybody',
    steps: [
      { say: 'can I pay in instalments', expect: { contains: ['agreed by our staff', 'How much can you pay'] } },
      { say: 'half at the end of the month, half on 15 December', expect: { contains: ['account number'] } },
      { choose: 'Skip', expect: { contains: ['phone number'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['Request for time to pay', 'half on 15 December'],
          not: ['Attached'],
          ticket: {
            kind: 'payment_plan',
            phone: '13800138000',
            description: 'half at the end of the month, half on 15 December',
          },
        },
      },
    ],
  },
  {
    name: 'takes a promise to pay that is made at once, with what is owed attached',
    steps: [
      { say: '我欠多少电费' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '我下周五才能交，可以缓几天吗', expect: { contains: ['由工作人员核实后答复', '联系电话'] } },
      {
        choose: '跳过',
        expect: { cards: ['ticket'], contains: ['下周五才能交', '缴费记录'], ticket: { kind: 'payment_plan' } },
      },
    ],
  },
  {
    name: 'files a payment that has not arrived with the payments on record',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '我昨天用微信交了200块，没有到账', expect: { contains: ['请先不要重复付款', '联系电话'] } },
      {
        say: '13800138000',
        expect: { cards: ['ticket'], contains: ['缴费记录'], ticket: { kind: 'payment_problem' } },
      },
    ],
  },
  {
    name: 'says that nothing is owed where nothing is, without a card',
    steps: [
      { say: 'how did my late fee come about' },
      { account: 'paid up' },
      { code: 'right', expect: { contains: ['Nothing is owed'], cards: [], offers: ['My bill'] } },
    ],
  },
  {
    name: 'lets a request for time to pay be called off',
    steps: [
      { say: '能不能分期付款', expect: { contains: ['您打算哪天交'] } },
      { say: '算了', expect: { contains: ['已经停下'], ticket: null } },
    ],
  },
  {
    name: 'tells a shop its own rate of late fee',
    steps: [
      { say: 'how much is my late fee', expect: { contains: ['account number'] } },
      { account: 'shop in arrears' },
      { code: 'right', expect: { cards: ['bill'], contains: ['× 0.2% a day'] } },
    ],
  },
];
