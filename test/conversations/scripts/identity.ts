import type { Script } from '../script.ts';

const NO_CODE = { not: ['验证码', '户号给我', 'a code'] };

/** Known by the utility's website, or by a chat account that is remembered. */
export const identity: readonly Script[] = [
  {
    name: 'shows the bill of whoever the website has signed in, without a code',
    steps: [
      { site: 'demo', expect: { silent: true } },
      { say: '我要看账单', expect: { cards: ['bill'], contains: ['2026年10月', '03…5678'], ...NO_CODE } },
    ],
  },
  {
    name: 'shows the balance of whoever the website has signed in, in English',
    steps: [
      { site: 'demo' },
      { say: 'how much do I owe', expect: { cards: ['bill'], contains: ['is due on account'] } },
    ],
  },
  {
    name: 'goes on at once where the website signs in who was being asked for a code',
    steps: [
      { say: 'how much do I owe', expect: { contains: ['16-digit'] } },
      { site: 'demo', expect: { cards: ['bill'], contains: ['is due on account'] } },
    ],
  },
  {
    name: 'asks for a code again once the customer has signed out of the website',
    steps: [
      { site: 'demo' },
      { say: '我要看账单', expect: { cards: ['bill'] } },
      { site: 'signs out', expect: { silent: true } },
      { say: '我要看账单', expect: { cards: [], contains: ['核实身份'] } },
    ],
  },
  {
    name: 'asks for a code once the website’s word has had its time, however busy the customer is',
    steps: [
      { site: 'demo' },
      { say: 'my bill', expect: { cards: ['bill'] } },
      { passMinutes: 14 },
      { say: 'how much do I owe', expect: { cards: ['bill'] } },
      { passMinutes: 14 },
      { say: 'how much do I owe', expect: { cards: ['bill'] } },
      { passMinutes: 14 },
      { say: 'how much do I owe', expect: { cards: ['bill'] } },
      { passMinutes: 14 },
      { say: 'how much do I owe', expect: { cards: ['bill'] } },
      { passMinutes: 5 },
      { say: 'how much do I owe', expect: { cards: [], contains: ['16-digit'] } },
    ],
  },
  {
    name: 'verifies anew for another account than the one the website has named',
    steps: [
      { site: 'demo' },
      {
        say: 'show me the bill of account 0319999999999999',
        expect: { cards: [], contains: ['If this account exists'] },
      },
    ],
  },
  {
    name: 'wants a code for a new phone, though the website has signed the customer in',
    steps: [
      { site: 'paid up' },
      { say: '我要变更户号登记的手机号码', expect: { contains: ['核实身份'], tickets: 0 } },
      { account: 'paid up', expect: { contains: ['验证码'], tickets: 0 } },
      { code: 'right', expect: { contains: ['手机'], tickets: 0 } },
    ],
  },
  {
    name: 'wants a code for a new phone in English too, and puts danger first while it is asked for',
    steps: [
      { site: 'paid up' },
      { say: 'I want to change the mobile number on my account', expect: { contains: ['16-digit'], tickets: 0 } },
      { say: 'wait, a wire has come down outside and there are sparks', expect: { contains: ['10 m'] } },
    ],
  },
  {
    name: 'can’t remember anybody in a browser, and says why',
    steps: [
      { say: '下次不用再验证', expect: { contains: ['浏览器'] } },
      { say: 'remember me here', expect: { contains: ['in a browser'] } },
    ],
  },
  {
    name: 'offers to remember a chat account after a code, and does so only by the customer’s word',
    textOnly: true,
    user: 'telegram-1',
    steps: [
      { say: '我还欠多少电费', expect: { contains: ['户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['一共应缴', '可以不用再验证'], offers: ['看账单', '下次不用再验证'] } },
      {
        choose: '下次不用再验证',
        expect: { contains: ['180 天', '改电话', '解除绑定'], offers: ['同意绑定', '不绑定'] },
      },
      { choose: '不绑定', expect: { contains: ['没有绑定'] } },
      { passMinutes: 20 },
      { say: '我还欠多少电费', expect: { contains: ['核实身份'] } },
    ],
  },
  {
    name: 'remembers a chat account by consent, and asks for no code afterwards',
    textOnly: true,
    user: 'telegram-2',
    steps: [
      { say: '下次不用再验证', expect: { contains: ['核实身份'] } },
      { account: 'other', expect: { contains: ['验证码'] } },
      { code: 'right', expect: { contains: ['要绑定吗'], offers: ['同意绑定'] } },
      { say: '好的，同意', expect: { contains: ['已绑定'] } },
      { passMinutes: 20 },
      { say: '我还欠多少电费', expect: { ...NO_CODE, contains: ['户号 '] } },
      { passMinutes: 600 },
      { say: '电费怎么这么高', expect: NO_CODE },
    ],
  },
  {
    name: 'knows a remembered chat account in a new conversation, lists it, and forgets it when told to',
    textOnly: true,
    user: 'telegram-2',
    steps: [
      { say: 'how much do I owe', expect: { not: ['a code'], contains: ['account 03'] } },
      {
        say: 'which accounts are linked here',
        expect: { contains: ['is remembered for account'], offers: ['Forget me'] },
      },
      { choose: 'Forget me', expect: { contains: ['no longer remembered'] } },
      { say: 'how much do I owe', expect: { contains: ['16-digit'] } },
    ],
  },
  {
    name: 'remembers in English, and does not take anything but yes for consent',
    textOnly: true,
    user: 'telegram-3',
    steps: [
      { say: 'remember me here', expect: { contains: ['16-digit'] } },
      { account: 'commercial' },
      {
        code: 'right',
        expect: { contains: ['without a code for 180 days'], offers: ['Yes, remember me', 'No, thanks'] },
      },
      { say: 'hmm', expect: { contains: ['not remembered'] } },
      { say: 'remember me here', expect: { contains: ['without a code for 180 days'] } },
      { choose: 'Yes, remember me', expect: { contains: ['I will remember you here'] } },
      { say: 'forget me', expect: { contains: ['no longer remembered'] } },
      { say: 'forget me', expect: { contains: ['No account is remembered'] } },
    ],
  },
  {
    name: 'puts danger first while consent is asked for',
    textOnly: true,
    user: 'telegram-4',
    steps: [
      { say: 'remember me here' },
      { account: 'time of use' },
      { code: 'right', expect: { contains: ['180 days'] } },
      { say: 'a wire is down in the street and somebody touched it', expect: { contains: ['10 m'] } },
    ],
  },
  {
    name: 'still wants a code from a remembered chat account for a new phone',
    textOnly: true,
    user: 'telegram-5',
    steps: [
      { say: '下次不用再验证' },
      { account: 'late fee' },
      { code: 'right' },
      { choose: '同意绑定', expect: { contains: ['已绑定'] } },
      { passMinutes: 30 },
      { say: '我要变更户号登记的手机号码', expect: { contains: ['核实身份'], tickets: 0 } },
    ],
  },
  {
    name: 'forgets a chat account once another phone is registered for the account',
    textOnly: true,
    user: 'telegram-6',
    steps: [
      { say: '下次不用再验证' },
      { account: 'free kWh' },
      { code: 'right' },
      { choose: '同意绑定', expect: { contains: ['已绑定'] } },
      { passMinutes: 30 },
      { say: '我还欠多少电费', expect: NO_CODE },
      { newPhone: 'free kWh' },
      { passMinutes: 30 },
      { say: '我还欠多少电费', expect: { contains: ['核实身份'] } },
      { say: '算了' },
      { say: '我绑定了哪些户号', expect: { contains: ['没有绑定'] } },
    ],
  },
  {
    name: 'forgets a chat account when its time is over',
    textOnly: true,
    user: 'telegram-7',
    steps: [
      { say: 'remember me here' },
      { account: 'disconnected' },
      { code: 'right' },
      { choose: 'Yes, remember me', expect: { contains: ['180 days'] } },
      { passMinutes: 179 * 24 * 60 },
      { say: 'how much do I owe', expect: { not: ['a code'] } },
      { passMinutes: 2 * 24 * 60 },
      { say: 'how much do I owe', expect: { contains: ['16-digit'] } },
    ],
  },
  {
    name: 'answers general questions to whoever asks, known or not',
    steps: [
      { say: '怎么交电费', expect: NO_CODE },
      { say: '电费违约金怎么算', expect: NO_CODE },
      { say: '开空调一天8小时要多少电费', expect: NO_CODE },
    ],
  },
];
