import type { Script } from '../script.ts';

const TAX = '91350100M000100Y43';

export const accountRequests: readonly Script[] = [
  {
    name: 'asks for what an invoice for a company needs, reads it back and files it',
    steps: [
      { say: '我要开电费发票', expect: { contains: ['电子发票可以在官网', '16 位户号'] } },
      { account: 'demo', expect: { contains: ['验证码'] } },
      { code: 'right', expect: { contains: ['2026年10月', '个人还是单位'], offers: ['个人', '单位'] } },
      { choose: '单位', expect: { contains: ['单位全称'] } },
      { say: '东莞市示范五金有限公司', expect: { contains: ['税号'] } },
      { say: TAX, expect: { contains: ['哪个邮箱'] } },
      {
        say: 'caiwu@example.com',
        expect: {
          cards: ['list'],
          contains: ['东莞市示范五金有限公司', TAX, 'caiwu@example.com', '2026年10月 · '],
          offers: ['确认提交', '改抬头', '改税号', '改邮箱'],
          ticket: null,
        },
      },
      {
        choose: '确认提交',
        expect: {
          cards: ['ticket'],
          contains: ['已经登记'],
          ticket: { kind: 'invoice', account_id: 'A0001' },
          history: { opened: TAX },
        },
      },
    ],
  },
  {
    name: 'never files a second invoice for the same bill, from another conversation either',
    steps: [
      { say: 'I need an invoice for my bill' },
      { account: 'demo' },
      {
        code: 'right',
        expect: { contains: ['asked for already', 'not be a second one'], offers: ['Talk to a person'], ticket: null },
      },
    ],
  },
  {
    name: 'takes all of an invoice in one message, in English, and asks only for the rest',
    steps: [
      {
        say: 'Please send an invoice for September in the name of Wei Chen to wei.chen@example.com',
        expect: { contains: ['account number'] },
      },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['September 2026', 'a person or a company'] } },
      {
        choose: 'A person',
        expect: { cards: ['list'], contains: ['Wei Chen', 'wei.chen@example.com'], offers: ['Confirm'] },
      },
      { say: 'yes', expect: { cards: ['ticket'], ticket: { kind: 'invoice' }, history: { opened: '2026-09' } } },
    ],
  },
  {
    name: 'says what is wrong with a tax number and an e-mail address',
    steps: [
      { say: '帮我开8月的发票，公司抬头' },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['单位全称'] } },
      { say: '抬头：东莞市示范五金有限公司，税号91350100M000100Y44', expect: { contains: ['校验位不对'] } },
      { say: '91350100M000100Y4', expect: { contains: ['17 位'], ticket: null } },
      { say: TAX, expect: { contains: ['邮箱'] } },
      { say: 'caiwu@example', expect: { contains: ['邮箱地址不完整'] } },
      { say: 'caiwu@example.com', expect: { cards: ['list'], contains: ['2026年8月'] } },
      {
        say: '邮箱改成bills@example.com',
        expect: { cards: ['list'], contains: ['bills@example.com'], not: ['caiwu@'] },
      },
      { say: '抬头改成个人', expect: { cards: ['list'], ticket: null } },
      { say: '算了', expect: { contains: ['已经停下'], ticket: null } },
    ],
  },
  {
    name: 'lets every part be changed as often as it takes',
    steps: [
      { say: '开7月发票' },
      { account: 'demo' },
      { code: 'right', expect: { offers: ['个人', '单位'] } },
      { choose: '个人' },
      { say: '李小明', expect: { contains: ['邮箱'] } },
      { say: 'a@example.com', expect: { cards: ['list'] } },
      { choose: '改邮箱', expect: { contains: ['哪个邮箱'] } },
      { say: 'b@example.com', expect: { cards: ['list'], contains: ['b@example.com'] } },
      { choose: '改邮箱' },
      { say: 'c@example.com', expect: { cards: ['list'], contains: ['c@example.com'] } },
      { choose: '改抬头', expect: { offers: ['个人', '单位'] } },
      { choose: '个人', expect: { contains: ['姓名'] } },
      { say: '李晓明', expect: { cards: ['list'], contains: ['李晓明', 'c@example.com'] } },
      { choose: '确认提交', expect: { cards: ['ticket'], ticket: { kind: 'invoice' } } },
    ],
  },
  {
    name: 'answers a question in the middle of an invoice and goes on',
    steps: [
      { say: 'I need an invoice for June' },
      { account: 'demo' },
      { code: 'right', expect: { offers: ['A company'] } },
      { choose: 'A person', expect: { contains: ['Which name'] } },
      { say: 'how is the late fee worked out?', expect: { contains: ['0.1%', 'Which name'] } },
      { say: 'Wei Chen', expect: { contains: ['e-mail'] } },
      { say: 'cancel', expect: { contains: ['I have stopped that'], ticket: null } },
    ],
  },
  {
    name: 'has no invoice for a month without a bill',
    steps: [
      { say: '开11月的发票' },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['没有这个月的账单'], ticket: null } },
    ],
  },
  {
    name: 'puts danger first in the middle of an invoice',
    steps: [
      { say: '我要开电费发票' },
      { account: 'commercial' },
      { code: 'right', expect: { offers: ['单位'] } },
      { say: '等下，配电箱冒烟了', expect: { first: 'safety' } },
    ],
  },
  {
    name: 'takes another phone as a request, after a code to the registered one, which is told',
    steps: [
      { say: '我要把登记的手机号改成13800138000', expect: { contains: ['户号'] } },
      { account: 'time of use' },
      {
        code: 'right',
        expect: { cards: ['list'], contains: ['138 0013 8000'], offers: ['确认提交', '要改一下'], ticket: null },
      },
      {
        choose: '确认提交',
        expect: {
          cards: ['ticket'],
          contains: ['登记的手机发了一条短信'],
          ticket: { kind: 'account_change', description: '新的联系手机: 13800138000' },
        },
      },
    ],
  },
  {
    name: 'takes another postal address in English, asked for step by step, and changed again',
    steps: [
      { say: 'I want to change the address on my account', expect: { contains: ['account number'] } },
      { account: 'time of use' },
      { code: 'right', expect: { contains: ['new postal address'] } },
      {
        say: 'Flat 302, Block 3, 8 Xiangshi Road, Liaobu',
        expect: { cards: ['list'], contains: ['8 Xiangshi Road'], offers: ['Confirm'] },
      },
      { choose: 'Change it', expect: { contains: ['new postal address'] } },
      { say: 'Flat 303, Block 3, 8 Xiangshi Road, Liaobu', expect: { cards: ['list'], contains: ['Flat 303'] } },
      { say: 'yes', expect: { cards: ['ticket'], ticket: { kind: 'account_change' } } },
    ],
  },
  {
    name: 'is not content with a number that is none, and takes one that is corrected',
    steps: [
      { say: '换手机号' },
      { account: 'time of use' },
      { code: 'right', expect: { contains: ['新的手机号'] } },
      { say: '1380013', expect: { contains: ['11 位'] } },
      { say: '13800138001', expect: { cards: ['list'], contains: ['138 0013 8001'] } },
      { say: '不对，是13800138002', expect: { cards: ['list'], contains: ['138 0013 8002'], ticket: null } },
      { choose: '不改了', expect: { contains: ['已经停下'], ticket: null } },
    ],
  },
  {
    name: 'changes no phone without the code',
    steps: [
      { say: 'please change my phone number to 13800138000' },
      { account: "nobody's", expect: { contains: ['If this account exists'] } },
      { code: 'wrong' },
      { code: 'wrong' },
      { code: 'wrong', expect: { ticket: null } },
    ],
  },
  {
    name: 'leaves a transfer of ownership to the request that it is',
    steps: [{ say: '我想把户名过户给我儿子', expect: { contains: ['过户'], not: ['新的手机号'] } }],
  },
  {
    name: 'puts danger first while another phone is being read back',
    steps: [
      { say: '换手机号' },
      { account: 'time of use' },
      { code: 'right' },
      { say: '有人触电了', expect: { first: 'safety' } },
    ],
  },
];
