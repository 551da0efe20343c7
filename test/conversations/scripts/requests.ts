import type { Script } from '../script.ts';

export const requests: readonly Script[] = [
  {
    name: 'adds to a complaint what is told again while the telephone is asked for',
    steps: [
      { say: '我要投诉昨天营业厅的工作人员对我大喊大叫', expect: { contains: ['联系电话'], ticket: null } },
      { say: '我要投诉你们的服务态度太差了', expect: { contains: ['联系电话'], not: ['什么事'], ticket: null } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          tickets: 1,
          ticket: {
            kind: 'complaint',
            phone: '13800138000',
            description: '我要投诉昨天营业厅的工作人员对我大喊大叫\n我要投诉你们的服务态度太差了',
          },
        },
      },
    ],
  },
  {
    name: 'adds to a complaint what comes to mind while the telephone is asked for',
    steps: [
      { say: '我要投诉昨天营业厅的工作人员对我大喊大叫', expect: { contains: ['联系电话'] } },
      { say: '等等，还有，他们让我白等了两个小时', expect: { contains: ['联系电话'], ticket: null } },
      {
        choose: '跳过',
        expect: {
          tickets: 1,
          ticket: { description: '我要投诉昨天营业厅的工作人员对我大喊大叫\n等等，还有，他们让我白等了两个小时' },
        },
      },
    ],
  },
  {
    name: 'the same in English, and danger is heard first',
    steps: [
      {
        say: 'I want to complain about the rude staff at your Humen office yesterday',
        expect: { contains: ['phone number'] },
      },
      { say: 'wait, also they lost my form', expect: { contains: ['phone'], ticket: null } },
      { say: 'also there is a fire at the transformer next to the office', expect: { first: 'safety' } },
    ],
  },
  {
    name: 'takes a complaint, with what the standards promise',
    steps: [
      { say: '我要投诉', expect: { contains: ['什么事'] } },
      { say: '昨天下午营业厅的工作人员对我大喊大叫', expect: { contains: ['联系电话'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['24 小时内', '5 个工作日'],
          ticket: {
            kind: 'complaint',
            severity: 'P4',
            responsible_role: 'supervisor',
            phone: '13800138000',
            description: '昨天下午营业厅的工作人员对我大喊大叫',
          },
        },
      },
    ],
  },
  {
    name: 'takes a complaint in English, told in the first message',
    steps: [
      {
        say: 'I want to complain about the rude staff at your Humen office yesterday',
        expect: { contains: ['phone number'] },
      },
      { choose: 'Skip', expect: { cards: ['ticket'], ticket: { kind: 'complaint', phone: null } } },
    ],
  },
  {
    name: 'takes a suggestion',
    steps: [
      {
        say: '建议在我们小区门口开一个缴费点',
        expect: { cards: ['ticket'], ticket: { kind: 'suggestion', responsible_role: 'supervisor' } },
      },
    ],
  },
  {
    name: 'takes praise',
    steps: [
      {
        say: 'I want to praise the repair crew who came yesterday, they were great',
        expect: { cards: ['ticket'], ticket: { kind: 'praise' } },
      },
    ],
  },
  {
    name: 'takes a payment that went wrong, with account and telephone',
    steps: [
      { say: '交了电费没到账', expect: { contains: ['交了多少'] } },
      { say: '昨天用微信交了200块', expect: { contains: ['户号'] } },
      { account: 'demo', expect: { contains: ['联系电话'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['03…5678'],
          not: ['0319000012345678'],
          ticket: { kind: 'payment_problem', phone: '13800138000' },
        },
      },
    ],
  },
  {
    name: 'takes a meter that is blank',
    steps: [
      { say: 'The meter display is blank', expect: { contains: ['meter'] } },
      { say: 'It has shown nothing since Monday', expect: { contains: ['account number'] } },
      { choose: 'Skip', expect: { contains: ['phone number'] } },
      { choose: 'Skip', expect: { cards: ['ticket'], ticket: { kind: 'meter' } } },
    ],
  },
  {
    name: 'takes a request to be connected again',
    steps: [
      { say: '欠费停电，我已经交了钱，请帮我复电', expect: { contains: ['24 小时'] } },
      { account: 'disconnected', expect: { contains: ['联系电话'] } },
      { say: '13800138000', expect: { cards: ['ticket'], ticket: { kind: 'reconnection' } } },
    ],
  },
  {
    name: 'takes a new connection',
    steps: [
      { say: '我想申请装一个充电桩，在寮步镇塘唇村', expect: { contains: ['联系电话'] } },
      { say: '13800138000', expect: { cards: ['ticket'], ticket: { kind: 'new_service' } } },
    ],
  },
  {
    name: 'answers a question in the middle of a complaint and goes on',
    steps: [
      { say: 'I want to complain', expect: { contains: ['what happened'] } },
      { say: 'Where can I pay near Nancheng?', expect: { cards: ['places'], contains: ['what happened'] } },
      { say: 'Your technician never came on Monday', expect: { contains: ['phone number'] } },
    ],
  },
  {
    name: 'keeps details that sound like another matter',
    steps: [
      { say: '我要投诉', expect: { contains: ['什么事'] } },
      { say: '你们上个月的电费算错了，一直没人处理', expect: { contains: ['联系电话'] } },
      {
        choose: '跳过',
        expect: { ticket: { kind: 'complaint', description: '你们上个月的电费算错了，一直没人处理' } },
      },
    ],
  },
];
