import type { Script } from '../script.ts';

/** Something comes up in the middle of a question about money, and the question is not lost. */
export const moneyInterrupted: readonly Script[] = [
  {
    name: 'answers sparks before the bill, and goes on to the bill afterwards',
    steps: [
      { say: '我要看账单', expect: { contains: ['16 位户号'] } },
      { say: '等等，门口电线杆在冒火花', expect: { first: 'safety', not: ['户号'] } },
      {
        say: '寮步镇塘唇村三巷',
        expect: { cards: ['ticket'], ticket: { kind: 'fault', severity: 'P1', phone: null } },
      },
      { choose: '没有人受伤', expect: { contains: ['联系电话'] } },
      { choose: '跳过', expect: { contains: ['16 位户号'] } },
      { account: 'demo', expect: { contains: ['验证码已经发到'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['201.40 元'], tickets: 1 } },
    ],
  },
  {
    name: 'answers a fallen wire while the code is on its way; the code still counts',
    steps: [
      { say: 'how much do I owe' },
      { account: 'demo', expect: { contains: ['a code has been sent'] } },
      { say: 'there is a wire down in front of my house', expect: { first: 'safety', contains: ['at least 10 m'] } },
      { say: 'Humen, Cuntou village', expect: { cards: ['ticket'], ticket: { severity: 'P1' } } },
      { choose: 'Nobody is hurt' },
      { choose: 'Skip', expect: { contains: ['a code has been sent'] } },
      { code: 'right', expect: { contains: ['¥202.21 is due', 'late fee up to today is ¥0.81'] } },
    ],
  },
  {
    name: 'answers smoke from the meter box before it looks for a place to pay',
    steps: [
      { say: '附近哪里可以交电费', expect: { contains: ['您在哪里'] } },
      { say: '我闻到电表箱有焦味，还冒烟', expect: { first: 'safety', cards: ['safety'], contains: ['119'] } },
      { say: '寮步镇石步村', expect: { cards: ['ticket'], ticket: { severity: 'P1', kind: 'fault' } } },
      { choose: '没有人受伤' },
      { choose: '跳过', expect: { contains: ['您在哪里'] } },
      { say: '寮步', expect: { cards: ['places'], contains: ['寮步供电服务厅'] } },
    ],
  },
  {
    name: 'answers sparks said in answer to which landmark is meant',
    steps: [
      { say: '寮步学校附近哪里可以交电费', expect: { offers: ['寮步示例中学', '寮步示例小学'] } },
      { say: '电线冒火花了！', expect: { first: 'safety', cards: ['safety'] } },
    ],
  },
  {
    name: 'answers a shock said in answer to the question for the account',
    steps: [
      { say: 'why is my bill so high', expect: { contains: ['16-digit'] } },
      { say: 'my son got an electric shock from the washing machine', expect: { first: 'safety', contains: ['120'] } },
    ],
  },
  {
    name: 'answers fire said in answer to when it will be paid',
    steps: [
      { say: '我要分期付款', expect: { contains: ['您打算哪天交'] } },
      { say: '电表箱着火了', expect: { first: 'safety', contains: ['119'] } },
    ],
  },
  {
    name: 'finds a place to pay in the middle of verifying, and goes on',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { say: '附近哪里可以交电费', expect: { contains: ['您在哪里'], not: ['验证码不对'] } },
      { say: '寮步', expect: { cards: ['places'], contains: ['寮步供电服务厅', '验证码'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['2026年10月'] } },
    ],
  },
  {
    name: 'tells the price in the middle of a complaint',
    steps: [
      { say: 'I want to complain', expect: { contains: ['what happened'] } },
      { say: 'what is the price per kWh?', expect: { contains: ['0.62', 'what happened'] } },
      { say: 'Your meter reader was rude to my mother on Friday', expect: { contains: ['phone number'] } },
      { choose: 'Skip', expect: { cards: ['ticket'], ticket: { kind: 'complaint', severity: 'P4' } } },
    ],
  },
  {
    name: 'tells the late fee’s rule while a payment problem is taken down',
    steps: [
      { say: '交了电费没到账', expect: { contains: ['交了多少'] } },
      { say: '违约金怎么算？', expect: { contains: ['0.1%', '交了多少'] } },
      { say: '昨天微信交了 201.40 元', expect: { contains: ['户号'] } },
      { account: 'demo', expect: { contains: ['联系电话'] } },
      {
        choose: '跳过',
        expect: { cards: ['ticket'], ticket: { kind: 'payment_problem', description: '昨天微信交了 201.40 元' } },
      },
    ],
  },
  {
    name: 'takes a power cut down in the middle of verifying',
    steps: [
      { say: '我什么时候会到第三档' },
      { account: 'demo' },
      { say: '等一下，停电了！', expect: { contains: ['冒火花'], cards: [] } },
      { choose: '没有危险', expect: { not: ['验证码不对'] } },
    ],
  },
  {
    name: 'asks for a person in the middle; what was gathered goes along',
    steps: [
      { say: 'my bill', expect: { contains: ['16-digit'] } },
      { say: 'let me talk to a person please', expect: { event: 'status', session: 'queued' } },
    ],
  },
  {
    name: 'is thanked in the middle and stays where it was',
    steps: [
      { say: '查账单' },
      { account: 'demo', expect: { contains: ['验证码'] } },
      { say: '谢谢', expect: { contains: ['不客气'], not: ['验证码不对'] } },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'says its question again when asked to',
    steps: [
      { say: 'where can I pay', expect: { contains: ['Where are you?'] } },
      { say: 'sorry, say that again please', expect: { contains: ['Where are you?'] } },
      { say: 'Nancheng', expect: { cards: ['places'], contains: ['Places to pay near Nancheng'] } },
    ],
  },
  {
    name: 'goes from the balance to the ways to pay, to a place, to the bill, without verifying again',
    steps: [
      { say: '查欠费余额' },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['202.21 元', '0.81 元'] } },
      { choose: '缴费方式', expect: { contains: ['微信', '支付宝'] } },
      { choose: '找缴费点', expect: { cards: ['places'], contains: ['离您用电地址最近的缴费点'] } },
      { say: '我要看八月的账单', expect: { cards: ['bill'], contains: ['2026年8月电费账单'], not: ['验证码'] } },
    ],
  },
];
