import type { Script } from '../script.ts';

/** Angry people, unclear people, and those who write as they speak. */
export const moneyAngry: readonly Script[] = [
  {
    name: 'does not answer anger with a form alone, and a person is there at a word',
    steps: [
      { say: '你们就是骗钱的，电费乱收', expect: { contains: ['一起查', '登记核查'], not: ['元。'] } },
      { say: '转人工', expect: { event: 'status', session: 'queued' } },
    ],
  },
  {
    name: 'explains to the cent to who does not believe it, and files what they dispute with the analysis',
    steps: [
      { say: '电费为什么这么高' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['+34.84 元', '+5.97 元', '+26.27 元'] } },
      { say: '我不信，你们算错了', expect: { contains: ['联系电话'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['2026年10月账单分析', '03…5678'],
          ticket: { kind: 'bill_dispute', phone: '13800138000' },
        },
      },
    ],
  },
  {
    name: 'passes on who has had enough after the explanation',
    steps: [
      { say: 'why is my bill so high' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill', 'bill'], contains: ['+¥34.84', '+¥26.27'] } },
      { say: "that's ridiculous. I want to talk to someone", expect: { session: 'queued', event: 'status' } },
    ],
  },
  {
    name: 'shouting changes nothing of who may see a bill',
    steps: [
      { say: 'SHOW ME MY BILL NOW!!!', expect: { contains: ['16-digit'], not: ['¥'] } },
      { say: 'I SAID NOW', expect: { cards: [], not: ['¥201'] } },
    ],
  },
  {
    name: 'outrage at being cut off is met with the days that are left',
    steps: [
      { say: 'are you going to cut me off? that is outrageous', expect: { contains: ['16-digit'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['27 days left', '21 Dec 2026'] } },
    ],
  },
  {
    name: 'is owed an answer on a payment that was made twice',
    steps: [
      { say: '你们扣了我两次钱！！', expect: { contains: ['不要重复付款'] } },
      { say: '昨天微信扣了 201.40 两次', expect: { contains: ['户号'] } },
      { account: 'demo', expect: { contains: ['联系电话'] } },
      { choose: '跳过', expect: { cards: ['ticket'], ticket: { kind: 'payment_problem', severity: 'P4' } } },
    ],
  },
  {
    name: 'takes a complaint about a hall, and tells another on the way',
    steps: [
      { say: '我要投诉', expect: { contains: ['什么事'] } },
      { say: '在哪还能交电费？', expect: { contains: ['您在哪里'] } },
      { say: '南城', expect: { cards: ['places'], contains: ['南城供电服务厅', '什么事'] } },
      { say: '东城营业厅排队两小时，窗口没人', expect: { contains: ['联系电话'] } },
      { choose: '跳过', expect: { ticket: { kind: 'complaint', description: '东城营业厅排队两小时，窗口没人' } } },
    ],
  },
  {
    name: 'understands one word, and asks no more than it needs',
    steps: [
      { say: '账单', expect: { contains: ['16 位户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['201.40 元'] } },
    ],
  },
  {
    name: 'understands a bill asked for with mistakes',
    steps: [
      { say: 'pls shwo me my bil', expect: { contains: ['16-digit'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'understands a balance asked for in Cantonese',
    steps: [
      { say: '我仲爭幾多電費', expect: { contains: ['户號'], cards: [] } },
      { account: 'demo', expect: { contains: ['驗證碼'] } },
      { code: 'right', expect: { cards: ['bill'], contains: ['202.21'] } },
    ],
  },
  {
    name: 'understands a bill asked for in traditional characters',
    steps: [
      { say: '請問我十月份電費幾多錢', expect: { contains: ['核實身份'], cards: [] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['2026年10月', '201.40'] } },
    ],
  },
  {
    name: 'reckons again for another appliance',
    steps: [
      { say: '空调一天开8小时多少钱', expect: { cards: ['bill'], contains: ['166.88 元到 242.88 元', '264 度'] } },
      { say: '空调一天开12小时多少钱', expect: { cards: ['bill'], contains: ['396 度'] } },
      { say: '晚上充电动车一个月多少电费', expect: { cards: ['bill'], contains: ['315 度'] } },
    ],
  },
  {
    name: 'a joke between two questions about money',
    steps: [
      { say: 'how is the late fee worked out?', expect: { contains: ['0.1%'] } },
      { say: 'tell me a joke', expect: { contains: ['cannot help'], cards: [] } },
      { say: 'what is the price per kWh', expect: { contains: ['0.62'] } },
    ],
  },
];
