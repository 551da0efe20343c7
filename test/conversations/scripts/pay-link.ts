import type { Script } from '../script.ts';

const LINK = 'https://switchboard.example/demo/pay?reference=';
const CARD = '4111 1111 1111 1111';

export const payLink: readonly Script[] = [
  {
    name: 'hands out a link to the pay page for what is owed now, after verification',
    steps: [
      { say: '给我一个缴费链接', expect: { contains: ['户号'], not: [LINK] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill'],
          contains: ['缴费页面', '15 分钟内有效', '违约金', '已算在内', '请不要在聊天里发银行卡号', LINK],
          not: ['0319000012345678'],
        },
      },
    ],
  },
  {
    name: 'hands it out in English, from the balance',
    steps: [
      { say: 'how much do I owe' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], offers: ['Link to pay online'] } },
      {
        choose: 'Link to pay online',
        expect: { cards: ['bill'], contains: ['on our payment page', 'Go to the payment page', LINK] },
      },
    ],
  },
  {
    name: 'needs none where nothing is owed',
    steps: [
      { say: 'I want to pay my bill online now', expect: { contains: ['account number'] } },
      { account: 'paid up' },
      { code: 'right', expect: { contains: ['nothing to pay'], not: [LINK] } },
    ],
  },
  {
    name: 'tells how to pay without asking who is there, and offers the link',
    steps: [
      {
        say: '怎么交电费',
        expect: { contains: ['微信', '支付宝', '银行代扣'], offers: ['在线缴费链接', '找缴费点'], not: [LINK] },
      },
      { choose: '在线缴费链接', expect: { contains: ['户号'] } },
    ],
  },
  {
    name: 'tells how to pay online where only the way is asked for',
    steps: [
      {
        say: 'how can I pay online?',
        expect: { contains: ['WeChat'], offers: ['Link to pay online'], not: ['account number?'] },
      },
    ],
  },
  {
    name: 'tells nobody a link who has not shown who they are',
    steps: [
      { say: '在线缴费' },
      { account: 'demo' },
      { code: 'wrong', expect: { not: [LINK] } },
      { say: '算了', expect: { contains: ['已经停下'], not: [LINK] } },
      { passMinutes: 2 },
    ],
  },
  {
    name: 'wants no card number, and masks the one that was sent',
    steps: [
      { say: `用这张卡交电费：${CARD}`, expect: { contains: ['请不要在聊天里发银行卡号', '已经遮住'], not: ['4111'] } },
      {
        say: 'please charge my visa 4111111111111111',
        expect: { contains: ['do not send card numbers'], not: ['4111'] },
      },
    ],
  },
  {
    name: 'goes on with what was asked after a card number',
    steps: [
      { say: '查账单', expect: { contains: ['户号'] } },
      { say: `我的银行卡号是${CARD}`, expect: { contains: ['请不要在聊天里发银行卡号', '户号'] } },
      { account: 'demo', expect: { contains: ['验证码'] } },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'takes an account number for what it is',
    steps: [{ say: '查账单' }, { account: 'other', expect: { contains: ['如果这个户号存在'], not: ['银行卡号'] } }],
  },
  {
    name: 'puts danger before a card number',
    steps: [{ say: `卡号${CARD}，快，我家电表箱着火了`, expect: { first: 'safety', contains: ['119'] } }],
  },
];
