import type { Script } from '../script.ts';

export const people: readonly Script[] = [
  {
    name: 'passes on to a person and tells the place in line',
    steps: [
      {
        say: '转人工',
        expect: { contains: ['已经为您转给同事'], session: 'queued' },
      },
      { say: '转人工', expect: { contains: ['请稍等'], session: 'queued' } },
    ],
  },
  {
    name: 'passes on in English, in the middle of a report',
    steps: [
      { say: 'my power is out', expect: { contains: ['sparks'] } },
      { say: 'I want to talk to a person', expect: { contains: ['passed you on'], session: 'queued' } },
    ],
  },
  {
    name: 'passes on who complains and asks for a person in one breath',
    steps: [{ say: '你们态度太差了，转人工', expect: { contains: ['已经为您转给同事'], session: 'queued' } }],
  },
  {
    name: 'keeps a telephone number for whoever takes over',
    steps: [{ say: '转人工' }, { say: '13800138000', expect: { contains: ['已经记下'], session: 'queued' } }],
  },
  {
    name: 'answers on while the customer waits',
    steps: [
      { say: 'talk to a person', expect: { session: 'queued' } },
      { say: 'how is the late fee worked out?', expect: { contains: ['0.1%'], session: 'queued' } },
    ],
  },
  {
    name: 'is silent while a person owns the conversation, and comes back when they give it back',
    steps: [
      { say: '转人工' },
      { desk: 'claims', expect: { session: 'assigned', event: 'status' } },
      { say: '你能做什么', expect: { silent: true } },
      { desk: 'gives back', expect: { contains: ['交还给我'], session: 'bot' } },
      { say: '你能做什么', expect: { contains: ['我可以帮您'] } },
    ],
  },
  {
    name: 'takes a call in place of waiting: a window and a number become a task, and the place in line is given up',
    steps: [
      { say: '转人工', expect: { offers: ['让同事回电', '我等着'], not: ['预计等待'], session: 'queued' } },
      { choose: '让同事回电', expect: { contains: ['什么时候接电话'], offers: ['今天 14:00–16:00'] } },
      { choose: '今天 14:00–16:00', expect: { contains: ['电话号码'] } },
      {
        say: '13800138000',
        expect: {
          cards: ['ticket'],
          contains: ['今天 14:00–16:00', '13800138000'],
          ticket: { kind: 'callback', phone: '13800138000', responsible_role: 'agent' },
          session: 'bot',
        },
      },
      { say: '违约金怎么算', expect: { contains: ['0.1%'], tickets: 1 } },
    ],
  },
  {
    name: 'lets a customer go on waiting, and asks again for a window that was not offered',
    steps: [
      { say: 'talk to a person', expect: { contains: ['meanwhile'] } },
      { choose: 'I will wait', expect: { contains: ['keep your place'], session: 'queued', ticket: null } },
      { say: 'please call me back instead', expect: { contains: ['When shall we call you'] } },
      { say: 'ok', expect: { contains: ['choose one of these times'] } },
      { choose: 'today, 14:00–16:00', expect: { contains: ['Which number'] } },
      { say: '13900139000', expect: { cards: ['ticket'], session: 'bot', tickets: 1 } },
    ],
  },
  {
    name: 'offers nobody in danger to hang up and wait for a call',
    steps: [
      { say: '电线掉在路上冒火花了，寮步镇石步村' },
      { say: '转人工', expect: { contains: ['已经为您转给同事'], not: ['回电'], session: 'queued' } },
    ],
  },
  {
    name: 'does what the person leaves it to do',
    steps: [
      { say: '转人工' },
      { desk: 'claims' },
      { desk: 'gives back', next: 'report_outage', expect: { contains: ['接着往下办', '冒火花'], session: 'bot' } },
    ],
  },
  {
    name: 'takes down a call that the person promised',
    steps: [
      { say: '转人工' },
      { desk: 'claims' },
      { desk: 'gives back', next: 'callback', expect: { contains: ['接着往下办', '什么时候接电话'] } },
    ],
  },
  {
    name: 'puts its open question again when the person says to go on',
    steps: [
      { say: '我家停电了', expect: { contains: ['冒火花'] } },
      { say: '转人工' },
      { desk: 'claims' },
      { desk: 'gives back', next: 'resume', expect: { contains: ['接着往下办', '冒火花'] } },
    ],
  },
  {
    name: 'asks for a rating once a person has closed, and takes it by the card',
    steps: [
      { say: 'talk to a person' },
      { desk: 'claims' },
      { desk: 'closes', expect: { cards: ['rating'], contains: ['has ended'], session: 'closed' } },
      {
        rate: 5,
        words: 'quick and kind',
        expect: { contains: ['Thank you for your rating'], rating: { score: 5, words: 'quick and kind' } },
      },
      { rate: 1, expect: { contains: ['already'], rating: { score: 5 } } },
    ],
  },
  {
    name: 'takes a rating by a digit',
    textOnly: true,
    steps: [
      { say: '转人工' },
      { desk: 'claims' },
      { desk: 'closes', expect: { cards: ['rating'] } },
      { say: '4', expect: { contains: ['谢谢您的评价'], rating: { score: 4, words: null } } },
    ],
  },
  {
    name: 'closes a session that has gone quiet and asks for a rating',
    steps: [
      { say: '违约金怎么算', expect: { contains: ['0.1%'] } },
      { passMinutes: 31 },
      { sweep: true, expect: { cards: ['rating'], session: 'closed' } },
      { say: '3', expect: { contains: ['谢谢您的评价'], rating: { score: 3 } } },
    ],
  },
  {
    name: 'opens another session with the next message',
    steps: [
      { say: 'how is the late fee worked out?' },
      { say: 'goodbye', expect: { session: 'closed' } },
      { say: 'my power is out', expect: { contains: ['sparks'], session: 'bot' } },
    ],
  },
];

/** Played last: they move the clock into the night. */
export const afterHours: readonly Script[] = [
  {
    name: 'says so where nobody is at the desk, and keeps the place in the queue',
    steps: [
      { passMinutes: 13 * 60 },
      {
        say: '转人工',
        expect: { contains: ['不是人工服务时间', '95598', '08:00 上班'], offers: ['让同事回电'], session: 'queued' },
      },
      { choose: '让同事回电', expect: { contains: ['什么时候接电话'] } },
    ],
  },
  {
    name: 'lets nobody in danger wait for the morning or for a call',
    steps: [
      { say: '电线掉在路上冒火花了，虎门镇村头社区', expect: { first: 'safety' } },
      {
        say: '转人工',
        expect: { contains: ['险情不要等', '95598'], not: ['上班', '回电'], session: 'queued' },
      },
    ],
  },
];
