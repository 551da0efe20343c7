import type { Script } from '../script.ts';

/** People who would rather not say who or where they are, who give up, or who are hard to follow. */
export const moneyRefused: readonly Script[] = [
  {
    name: 'shows nothing of an account to who will not say whose it is',
    steps: [
      { say: '我还欠多少钱', expect: { contains: ['16 位户号'] } },
      { say: '我不想告诉你户号', expect: { contains: ['16 位户号'], not: ['元'], cards: [] } },
      { say: '算了', expect: { contains: ['已经停下'] } },
      { say: '电费多少钱一度', expect: { contains: ['0.62'], not: ['户号给我'] } },
    ],
  },
  {
    name: 'gives up at the code, and shows nothing',
    steps: [
      { say: 'why is my bill so high' },
      { account: 'demo' },
      { say: 'never mind', expect: { contains: ['stopped that'], cards: [], not: ['¥'] } },
    ],
  },
  {
    name: 'tells the ways to pay to who will not say where they are',
    steps: [
      { say: '附近哪里能交电费' },
      { say: '不想发位置', expect: { contains: ['不说也没关系', '微信'], cards: [], offers: ['转人工'] } },
    ],
  },
  {
    name: 'the same in English',
    steps: [
      { say: 'where can I pay' },
      {
        say: 'I would rather not tell you where I am',
        expect: { contains: ['That is all right', 'WeChat'], cards: [] },
      },
    ],
  },
  {
    name: 'does not look near a home that nobody has shown to be theirs',
    steps: [
      {
        say: '我家附近哪里可以交电费',
        expect: { contains: ['要先核实身份', '也可以直接告诉我镇街'], cards: [], offers: ['核实身份'] },
      },
      { say: '那就南城吧', expect: { cards: ['places'], contains: ['南城街道附近的缴费点'], not: ['用电地址最近'] } },
    ],
  },
  {
    name: 'looks near the home of who verifies for it, and goes straight on',
    steps: [
      { say: '我家附近哪里可以交电费', expect: { offers: ['核实身份'] } },
      { choose: '核实身份', expect: { contains: ['16 位户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['places'], contains: ['离您用电地址最近的缴费点', '寮步'] } },
    ],
  },
  {
    name: 'asks again near whose home, where verifying fails',
    steps: [
      { say: 'near my home, where can I pay in cash?', expect: { offers: ['Verify who I am'], cards: [] } },
      { choose: 'Verify who I am' },
      { account: "nobody's" },
      { code: 'wrong' },
      { code: 'wrong' },
      { code: 'wrong', expect: { contains: ['the last try'], cards: [] } },
    ],
  },
  {
    name: 'near home in Cantonese, and a town instead',
    steps: [
      { say: '邊度可以交電費', expect: { contains: ['您在哪裏'] } },
      { say: '屋企附近', expect: { contains: ['要先核實身份'], offers: ['核實身份'] } },
      { say: '大朗', expect: { cards: ['places'], contains: ['大朗供電服務廳'] } },
    ],
  },
  {
    name: 'calls a request for time to pay off, and files nothing',
    steps: [
      { say: 'can I pay in instalments', expect: { contains: ['How much can you pay'] } },
      { say: 'actually forget it', expect: { contains: ['stopped that'], ticket: null } },
    ],
  },
  {
    name: 'files time to pay without an account or a telephone number',
    steps: [
      { say: 'I can only pay next month', expect: { contains: ['late fee runs on'] } },
      { say: 'on the 5th, all of it', expect: { contains: ['account number'] } },
      { choose: 'Skip', expect: { contains: ['phone number'] } },
      {
        choose: 'Skip',
        expect: {
          ticket: { kind: 'payment_plan', description: 'on the 5th, all of it', phone: null, account_id: null },
        },
      },
    ],
  },
  {
    name: 'files a wrong transfer without the account',
    steps: [
      { say: '我转账转错户号了', expect: { contains: ['不要重复付款', '交了多少'] } },
      { say: '转到了别人家，300块', expect: { contains: ['户号'] } },
      { choose: '跳过', expect: { contains: ['联系电话'] } },
      { say: '13800138000', expect: { ticket: { kind: 'payment_problem', phone: '13800138000', account_id: null } } },
    ],
  },
  {
    name: 'is not led into a code by who only wants to know the rule',
    steps: [
      { say: '违约金怎么算', expect: { contains: ['0.1%', '1.00 元'], not: ['验证码'], cards: [] } },
      { say: '不交电费会停电吗', expect: { contains: ['30 天'], cards: [] } },
    ],
  },
  {
    name: 'offers a person to who answers everything but the question',
    steps: [
      { say: '电费', expect: { contains: ['16 位户号'] } },
      { say: '贵', expect: { contains: ['16 位数字'] } },
      { say: '啊', expect: { offers: ['转人工'], cards: [] } },
    ],
  },
  {
    name: 'keeps a late answer to what was called off for itself',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { say: '算了', expect: { contains: ['已经停下'] } },
      { code: 'right', expect: { cards: [], not: ['201.40'] } },
    ],
  },
];
