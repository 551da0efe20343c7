import type { Script } from '../script.ts';

export const bills: readonly Script[] = [
  {
    name: 'shows the latest bill after verification by a code to the registered phone',
    steps: [
      { say: '我要看账单', expect: { contains: ['16 位户号'], not: ['元'] } },
      { account: 'demo', expect: { contains: ['如果这个户号存在'], offers: ['重新发送', '换个户号', '转人工'] } },
      {
        code: 'right',
        expect: { cards: ['bill'], contains: ['2026年10月', '第 1 档', '最近 12 个月用电量', '上年同月'] },
      },
      { say: '我还欠多少钱', expect: { cards: ['bill'], contains: ['一共应缴', '违约金'], not: ['验证码'] } },
    ],
  },
  {
    name: 'shows a bill in English, the account number with the question',
    steps: [
      { say: 'Show me the bill for account 0319000012345678', expect: { contains: ['If this account exists'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['Tier 1', 'kWh', 'October 2026'] } },
    ],
  },
  {
    name: 'tells the balance with the late fee to today, and how to pay',
    steps: [
      { say: 'how much do I owe', expect: { contains: ['16-digit'] } },
      { account: 'demo', expect: { contains: ['a code has been sent'] } },
      {
        code: 'right',
        expect: {
          cards: ['bill'],
          contains: ['is due on account 03…5678', 'overdue', 'Late fee'],
          offers: ['Ways to pay', 'Where to pay'],
        },
      },
      { choose: 'Ways to pay', expect: { contains: ['WeChat'] } },
    ],
  },
  {
    name: 'picks the month that was named, also while the code is on its way',
    steps: [
      { say: '我要看账单', expect: { contains: ['户号'] } },
      { account: 'demo' },
      { say: '八月的', expect: { contains: ['验证码'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['2026年8月', '第 2 档'], not: ['2026年10月电费账单'] } },
      { say: '七月的呢', expect: { cards: ['bill'], contains: ['2026年7月电费账单'] } },
    ],
  },
  {
    name: 'says so where the bill of a month is not out yet',
    steps: [
      { say: 'my November bill please', expect: { contains: ['account number'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['comes out on day 1', 'October 2026'] } },
      { say: 'and last month?', expect: { cards: ['bill'], contains: ['October 2026'] } },
    ],
  },
  {
    name: 'has words for the lines of a commercial bill',
    steps: [
      { say: '查账单', expect: { contains: ['户号'] } },
      { account: 'commercial' },
      { code: 'right', expect: { cards: ['bill'], not: ['其他', 'tier', 'peak'] } },
    ],
  },
  {
    name: 'has words for the lines of a bill by time of use',
    steps: [
      { say: 'show me my bill', expect: { contains: ['account number'] } },
      { account: 'time of use' },
      { code: 'right', expect: { cards: ['bill'], contains: ['Peak hours', 'Valley hours'], not: ['Other\n'] } },
    ],
  },
  {
    name: 'shows an eligible household its free kWh, at the price that they would have had',
    steps: [
      { say: '查账单', expect: { contains: ['户号'] } },
      { account: 'free kWh' },
      { code: 'right', expect: { cards: ['bill'], contains: ['免费电量', '15 度', '-9.30 元'] } },
      { say: '电费怎么这么贵', expect: { cards: ['bill', 'bill'], not: ['待核实'] } },
    ],
  },
  {
    name: 'tells who is cut off when supply comes back, and offers to ask for it',
    steps: [
      { say: '我欠多少电费', expect: { contains: ['户号'] } },
      { account: 'disconnected' },
      { code: 'right', expect: { contains: ['因欠费停了电', '24 小时'], offers: ['申请复电'] } },
    ],
  },
  {
    name: 'answers alike for an account that does not exist',
    steps: [
      { say: '我要看账单', expect: { contains: ['户号'] } },
      { account: "nobody's", expect: { contains: ['如果这个户号存在，验证码已经发到它登记的手机'] } },
      { code: 'wrong', expect: { contains: ['验证码不对，还可以试 2 次'] } },
      { code: 'wrong', expect: { contains: ['还可以试 1 次'] } },
      { code: 'wrong', expect: { contains: ['试错次数已经用完'], offers: ['转人工'] } },
    ],
  },
  {
    name: 'spends the tries of a real account in the same words',
    steps: [
      { say: '我要看账单', expect: { contains: ['户号'] } },
      { account: 'other', expect: { contains: ['如果这个户号存在，验证码已经发到它登记的手机'] } },
      { code: 'wrong', expect: { contains: ['验证码不对，还可以试 2 次'] } },
      { code: 'wrong', expect: { contains: ['还可以试 1 次'] } },
      { code: 'wrong', expect: { contains: ['试错次数已经用完'], offers: ['转人工'] } },
      { code: 'right', expect: { not: ['账单'] } },
    ],
  },
  {
    name: 'makes another conversation wait for the same account',
    steps: [
      { say: 'show me my bill' },
      { account: 'other', expect: { contains: ['Codes have been asked for too often'], offers: ['Talk to a person'] } },
    ],
  },
  {
    name: 'sends another code when asked to, and only that one counts',
    steps: [
      { say: '查账单' },
      { account: 'demo', expect: { contains: ['验证码'] } },
      { say: '没收到', expect: { contains: ['过 1 分钟再重新发送'] } },
      { passMinutes: 1 },
      { choose: '重新发送', expect: { contains: ['验证码已经发到'] } },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'takes no code that has expired',
    steps: [
      { say: 'show me my bill' },
      { account: 'demo' },
      { passMinutes: 6 },
      { code: 'right', expect: { contains: ['expired'], offers: ['Send again'], cards: [] } },
      { choose: 'Send again', expect: { contains: ['a code has been sent'] } },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'asks who it is again after a quarter of an hour without a word',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { passMinutes: 14 },
      { say: '还欠多少', expect: { cards: ['bill'] } },
      { passMinutes: 16 },
      { say: '还欠多少', expect: { contains: ['核实身份'], cards: [] } },
    ],
  },
  {
    name: 'verifies anew for another account',
    steps: [
      { say: 'my bill' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      {
        say: 'show me the bill of account 0319999999999999',
        expect: { contains: ['If this account exists'], cards: [] },
      },
    ],
  },
  {
    name: 'says that a number is incomplete, and offers a person the third time',
    steps: [
      { say: '查账单', expect: { contains: ['16 位户号'] } },
      { say: '031900001', expect: { contains: ['16 位数字'] } },
      { say: '0319', expect: { contains: ['要不要请同事'], offers: ['转人工'] } },
    ],
  },
  {
    name: 'answers a question in the middle of a verification and goes on',
    steps: [
      { say: 'how much do I owe' },
      { account: 'demo' },
      { say: 'how is the late fee worked out?', expect: { contains: ['0.1%', 'a code has been sent'] } },
      { code: 'right', expect: { contains: ['is due on account'] } },
    ],
  },
  {
    name: 'is called off in the middle of a verification',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { say: '算了', expect: { contains: ['已经停下'] } },
      { passMinutes: 2 },
      { say: '查账单', expect: { contains: ['户号'] } },
      { account: 'demo', expect: { contains: ['还有效'] } },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'asks what is wanted of a bare account number',
    steps: [
      { account: 'demo', expect: { offers: ['查电费账单', '查欠费余额'] } },
      { choose: '查欠费余额', expect: { contains: ['户号'] } },
    ],
  },
  {
    name: 'shows a bill in traditional characters',
    steps: [
      { say: '我想查電費賬單', expect: { contains: ['户號'] } },
      { account: 'demo', expect: { contains: ['驗證碼'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['電費賬單'] } },
    ],
  },
];
