import type { Script } from '../script.ts';

const LINK = 'https://switchboard.example/documents/';

export const billDocuments: readonly Script[] = [
  {
    name: 'hands out a bill as PDF behind a link that ends, to whoever has been verified',
    steps: [
      { say: '我要看账单', expect: { contains: ['户号'], not: [LINK] } },
      { account: 'demo', expect: { not: [LINK] } },
      { code: 'right', expect: { cards: ['bill'], offers: ['账单 PDF', '账单图片'] } },
      {
        choose: '账单 PDF',
        expect: {
          cards: ['list'],
          contains: ['2026年10月', '30 分钟内有效', '请不要转发', '打开 PDF', LINK],
          offers: ['账单图片'],
        },
      },
      { choose: '账单图片', expect: { cards: ['list'], contains: ['账单图片在这里', '打开图片', LINK] } },
    ],
  },
  {
    name: 'hands out a bill as a picture in English, after verification for it',
    steps: [
      { say: 'Send me a picture of my bill please', expect: { contains: ['account number'], not: [LINK] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: { cards: ['list'], contains: ['as a picture', LINK, 'October 2026'], offers: ['Bill as PDF'] },
      },
    ],
  },
  {
    name: 'takes “电子账单” for a bill, not for an invoice, of the month that was named',
    steps: [
      { say: '发我8月的电子账单', expect: { contains: ['户号'], not: ['发票'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['list'], contains: ['2026年8月的电子账单', LINK] } },
    ],
  },
  {
    name: 'hands out the bill that was looked at last, when only “PDF” is said',
    steps: [
      { say: 'show me my bill' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: 'my July bill', expect: { cards: ['bill'], contains: ['July 2026'] } },
      { say: 'PDF', expect: { cards: ['list'], contains: ['Bill for July 2026', LINK] } },
    ],
  },
  {
    name: 'says so where a month has no bill yet, and hands out the latest',
    steps: [
      { say: 'can I download the November bill as a PDF', expect: { contains: ['account number'] } },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['comes out on day 1', 'Bill for October 2026', LINK] } },
    ],
  },
  {
    name: 'hands out nothing where the code was wrong, nor for an account that does not exist',
    steps: [
      { say: '账单PDF', expect: { contains: ['户号'] } },
      { account: "nobody's", expect: { contains: ['如果这个户号存在'] } },
      { code: 'wrong', expect: { not: [LINK] } },
      { code: 'wrong', expect: { not: [LINK] } },
      { code: 'wrong', expect: { contains: ['试错次数已经用完'], not: [LINK] } },
      { say: '账单图片', expect: { not: [LINK] } },
    ],
  },
  {
    name: 'asks who it is again where the proof has run out',
    steps: [
      { say: '账单PDF' },
      { account: 'demo' },
      { code: 'right', expect: { contains: [LINK] } },
      { passMinutes: 16 },
      { say: '账单PDF', expect: { contains: ['核实身份'], not: [LINK] } },
    ],
  },
  {
    name: 'gives channels without drawings the year’s usage as a picture',
    steps: [{ say: '查账单' }, { account: 'demo' }, { code: 'right', expect: { cards: ['bill'], contains: [LINK] } }],
  },
  {
    name: 'gives a bill as PDF in traditional characters',
    steps: [
      { say: '我想要電費賬單嘅PDF', expect: { contains: ['户號'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['list'], contains: ['電子賬單', LINK] } },
    ],
  },
  {
    name: 'puts danger first in the middle of a verification for a document',
    steps: [
      { say: '账单PDF', expect: { contains: ['户号'] } },
      { account: 'demo' },
      { say: '门口电线掉下来冒火花了', expect: { first: 'safety' } },
      { passMinutes: 2 },
    ],
  },
];
