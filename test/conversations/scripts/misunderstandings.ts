import type { Script } from '../script.ts';

export const misunderstandings: readonly Script[] = [
  {
    name: 'says what it can help with, then asks for a choice, then offers a person',
    steps: [
      { say: '今天股票涨了吗', expect: { contains: ['用电'], offers: ['转人工'] } },
      { say: '给我讲个笑话', expect: { offers: ['停电报修', '转人工'] } },
      { say: '你喜欢吃什么', expect: { contains: ['要不要请同事'], offers: ['转人工'] } },
    ],
  },
  {
    name: 'begins to count afresh once something was understood',
    steps: [
      { say: 'who won the football match', expect: { contains: ['cannot help'] } },
      { say: 'how is the late fee worked out?', expect: { contains: ['0.1%'] } },
      { say: 'tell me a joke', expect: { contains: ['cannot help'] } },
    ],
  },
  {
    name: 'a choice leads where it says',
    steps: [
      { say: 'tell me a joke', expect: { offers: ['Where to pay'] } },
      { choose: 'Where to pay', expect: { contains: ['Where are you?'] } },
    ],
  },
  {
    name: 'an offer is no longer good once another answer was given',
    textOnly: true,
    steps: [
      { say: '您好', expect: { offers: ['停电报修'] } },
      { say: '违约金怎么算', expect: { contains: ['0.1%'] } },
      { say: '1', expect: { not: ['冒火花'] } },
    ],
  },
  {
    name: 'survives what no customer would write',
    steps: [
      { say: '😀'.repeat(500), expect: { not: ['undefined'] } },
      { say: '\u202e\u0000{{constructor}} {7*7} <script>alert(1)</script>', expect: { not: ['49', 'undefined'] } },
      { say: '   ', expect: { not: ['undefined'] } },
    ],
  },
];
