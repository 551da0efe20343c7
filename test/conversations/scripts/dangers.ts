import type { Script } from '../script.ts';

export const dangers: readonly Script[] = [
  {
    name: 'says what to do first, and has the ticket stand before the telephone number is asked for',
    steps: [
      { say: '门口电线杆在冒火花', expect: { first: 'safety', contains: ['10 米', '请马上告诉我在哪里'] } },
      {
        say: '寮步镇塘唇村三巷',
        expect: {
          contains: ['工单号', '有没有人受伤'],
          cards: ['ticket'],
          ticket: { severity: 'P1', phone: null, kind: 'fault' },
        },
      },
      { choose: '没有人受伤', expect: { contains: ['联系电话'] } },
      { say: '13800138000', expect: { contains: ['已经补充到工单'], ticket: { phone: '13800138000' } } },
    ],
  },
  {
    name: 'does the same in English',
    steps: [
      { say: 'a pole outside my house is sparking', expect: { first: 'safety', contains: ['at least 10 m'] } },
      {
        say: 'Humen, Cuntou village',
        expect: { cards: ['ticket'], contains: ['Is anybody hurt'], ticket: { severity: 'P1', phone: null } },
      },
      { choose: 'Nobody is hurt', expect: { contains: ['phone number'] } },
    ],
  },
  {
    name: 'tells to stay away from a fallen wire, and to call an ambulance for the injured',
    steps: [
      {
        say: '电线掉在马路上了，还有人触电受伤',
        expect: { first: 'safety', contains: ['至少 10 米', '120'], not: ['违约金'] },
      },
    ],
  },
  {
    name: 'brings a person at once where somebody is hurt',
    steps: [
      {
        say: 'A power line is down on the road in Humen and somebody is hurt',
        expect: { first: 'safety', cards: ['safety', 'ticket'], session: 'queued' },
      },
    ],
  },
  {
    name: 'has a ticket and a person where the place of a danger stays unknown',
    steps: [
      { say: '电线掉下来了', expect: { first: 'safety', contains: ['请马上告诉我在哪里'] } },
      {
        say: '不知道',
        expect: {
          contains: ['待确认', '转给同事'],
          cards: ['ticket'],
          session: 'queued',
          ticket: { severity: 'P1', place: null },
        },
      },
    ],
  },
  {
    name: 'has a ticket and a person where the place is not known, in English',
    steps: [
      { say: 'a power line has come down', expect: { first: 'safety' } },
      { say: "I don't know", expect: { cards: ['ticket'], session: 'queued', ticket: { severity: 'P1' } } },
    ],
  },
  {
    name: 'asks which danger it is where there is some',
    steps: [
      { say: '我家停电了', expect: { offers: ['有危险'] } },
      { choose: '有危险', expect: { contains: ['哪一种'], offers: ['冒火花', '着火', '有人受伤'] } },
      { choose: '着火', expect: { contains: ['请马上告诉我在哪里'] } },
      { say: '虎门镇村头社区', expect: { cards: ['ticket'], ticket: { severity: 'P1' } } },
    ],
  },
  {
    name: 'puts danger first in the middle of a verification, which goes on afterwards',
    steps: [
      { say: '我要看账单', expect: { contains: ['户号'] } },
      { account: 'demo', expect: { contains: ['验证码'] } },
      { say: '糟了，电表箱着火了', expect: { first: 'safety', contains: ['119', '在哪里'] } },
      { say: '寮步镇良平社区荔景花园5栋', expect: { cards: ['ticket'], ticket: { severity: 'P1' } } },
      { choose: '没有人受伤', expect: { contains: ['电话'] } },
      { choose: '跳过', expect: { contains: ['验证码'] } },
      { code: 'right', expect: { cards: ['bill'] } },
    ],
  },
  {
    name: 'puts danger first in the middle of a complaint, which goes on afterwards',
    steps: [
      { say: '我要投诉', expect: { contains: ['什么事'] } },
      { say: '变压器冒烟了，有烧焦味', expect: { first: 'safety', contains: ['在哪里'] } },
      { say: '虎门镇村头社区', expect: { cards: ['ticket'], ticket: { severity: 'P1', kind: 'fault' } } },
      { choose: '没有人受伤' },
      { choose: '跳过', expect: { contains: ['什么事'] } },
    ],
  },
  {
    name: 'puts danger first while the customer waits for a person',
    steps: [
      { say: 'talk to a person', expect: { session: 'queued' } },
      { say: 'the transformer is on fire', expect: { first: 'safety', contains: ['119', 'Where is it?'] } },
      { say: 'Humen, Cuntou village', expect: { cards: ['ticket'], ticket: { severity: 'P1' }, session: 'queued' } },
    ],
  },
  {
    name: 'speaks of danger even while a person owns the conversation, and of nothing else',
    steps: [
      { say: '转人工', expect: { session: 'queued' } },
      { desk: 'claims', expect: { session: 'assigned' } },
      { say: '我想问一下电费', expect: { silent: true } },
      { say: '哎呀，插座冒火花了', expect: { first: 'safety', cards: ['safety'] } },
      { say: '违约金怎么算', expect: { silent: true } },
    ],
  },
  {
    name: 'says what to do before what stands on a banner',
    steps: [
      { passMinutes: 1 },
      { banner: '南城一带停电，正在抢修。' },
      { say: '电线掉下来了', expect: { first: 'safety', contains: ['南城一带停电'] } },
    ],
  },
  {
    name: 'does not say the same safety words twice',
    steps: [
      { say: '电线掉下来了', expect: { first: 'safety' } },
      { say: '电线还掉在地上', expect: { not: ['双脚并拢'] } },
    ],
  },
  {
    name: 'counts a life that hangs on a device as an emergency',
    steps: [
      {
        say: 'The power is out and my father is on a home ventilator',
        expect: { first: 'safety', contains: ['battery', '120'] },
      },
      { say: 'Liaobu, Tangchun village', expect: { cards: ['ticket'], ticket: { severity: 'P1' } } },
    ],
  },
  {
    name: 'has the ticket stand before a person takes over, even where the place was not said yet',
    steps: [
      { say: '电线掉下来了', expect: { first: 'safety', contains: ['在哪里'], ticket: null } },
      {
        say: '我要转人工',
        expect: { cards: ['ticket'], contains: ['待确认'], ticket: { severity: 'P1', place: null }, session: 'queued' },
      },
      { say: '在寮步镇塘唇村', expect: { contains: ['寮步镇塘唇村'], ticket: { place: '寮步镇塘唇村' } } },
    ],
  },
  {
    name: 'keeps the story of a hand-off from the customer',
    steps: [{ say: '转人工', expect: { event: 'status', not: ['handoff'], session: 'queued' } }],
  },
  {
    name: 'warns of water around electrical equipment',
    steps: [{ say: '水浸到电箱了', expect: { first: 'safety', contains: ['积水'] } }],
  },
];
