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
      { say: '转人工', expect: { contains: ['不是人工服务时间', '95598'], session: 'queued' } },
    ],
  },
];
