import type { Script, Step } from '../script.ts';

const AGREED = { agrees: 1, words: '可以问我' };
const HOME = '东莞市寮步镇良平社区荔景花园5栋2单元1203房';
const VERIFIED: readonly Step[] = [{ say: '我要看账单' }, { account: 'demo' }, { code: 'right' }];

export const asking: readonly Script[] = [
  {
    name: 'asks, takes "有电" and says thanks and what is known once',
    steps: [
      { power: 'asked', expect: { contains: ['现在有电吗？'], offers: ['有电', '没电', '别再问我'] } },
      {
        choose: '有电',
        expect: {
          contains: ['已经记下您家有电', '示例片区'],
          power: { question: 'on', word: 'has_power' },
          ticket: null,
        },
      },
      { say: '谢谢', expect: { not: ['记下', '示例片区'] } },
    ],
  },
  {
    name: 'takes "没电", and offers to register it',
    steps: [
      { power: 'asked' },
      {
        choose: '没电',
        expect: {
          contains: ['已经记下您家没电', '示例片区'],
          offers: ['家里没电，请登记'],
          power: { question: 'dark', word: 'no_power' },
          ticket: null,
        },
      },
      { choose: '家里没电，请登记', expect: { not: ['抱歉'] } },
    ],
  },
  {
    name: 'asks and is answered in English',
    language: 'en',
    steps: [
      { power: 'asked', expect: { contains: ['Is the power on at'], offers: ['Power is on', 'Power is off'] } },
      { choose: 'Power is off', expect: { contains: ['yours is off'], power: { question: 'dark', word: 'no_power' } } },
    ],
  },
  ...(
    [
      ['有的，一直亮着', 'on', 'has_power'],
      ['没有', 'dark', 'no_power'],
      ['停了，全黑', 'dark', 'no_power'],
      ['有電呀', 'on', 'has_power'],
      ['冇電', 'dark', 'no_power'],
      ['刚来电', 'on', 'has_power'],
      ['yes', 'on', 'has_power'],
      ['we have power', 'on', 'has_power'],
      ['no, it went out', 'dark', 'no_power'],
      ['我不在家', 'other', null],
      ["i don't know, not at home", 'other', null],
    ] as const
  ).map(
    ([words, question, word]): Script => ({
      name: `understands "${words}"`,
      steps: [{ power: 'asked' }, { say: words, expect: { power: { question, word }, ticket: null } }],
    }),
  ),
  {
    name: 'hears danger in the answer first, and opens a report of it',
    steps: [
      { power: 'asked' },
      {
        say: '没电，电表箱在冒火花',
        expect: { contains: ['离'], not: ['帮我们找到故障'], power: { question: 'dark', word: 'no_power' } },
      },
      { say: '虎门镇大兴路2号', expect: { ticket: { severity: 'P1' } } },
    ],
  },
  {
    name: 'hears danger in an English answer first',
    language: 'en',
    steps: [
      { power: 'asked' },
      {
        say: 'No power, and a wire is lying on the street',
        expect: { not: ['helps to find'], power: { question: 'dark', word: 'no_power' } },
      },
    ],
  },
  {
    name: 'hears bad voltage in the answer, and takes that up too',
    steps: [
      { power: 'asked' },
      { say: '有电但是灯很暗', expect: { not: ['缩小范围'], power: { question: 'on', word: 'has_power' } } },
    ],
  },
  {
    name: 'leaves the question be where something else is asked',
    steps: [
      { power: 'asked' },
      { say: '怎么交电费', expect: { not: ['记下'], power: { question: 'asked', word: null } } },
      { say: '有电', expect: { contains: ['已经记下您家有电'], power: { question: 'on' } } },
    ],
  },
  {
    name: 'asks no more of who refuses further questions',
    steps: [
      { power: 'asked' },
      {
        choose: '别再问我',
        expect: {
          contains: ['以后不再问您'],
          power: { question: 'other', word: null, consent: { agrees: 0, words: '别再问我' } },
        },
      },
      { power: 'asked', expect: { silent: true, power: { question: 'over' } } },
    ],
  },
  {
    name: 'asks no more of who refuses in English, in their own words',
    language: 'en',
    steps: [
      { power: 'asked' },
      {
        say: 'please stop asking me',
        expect: { contains: ['not be asked again'], power: { consent: { agrees: 0, words: 'please stop asking me' } } },
      },
    ],
  },
  {
    name: 'does not ask where supply is back before the question is put',
    steps: [{ power: 'asked when it is over', expect: { silent: true, power: { question: 'over' } } }],
  },
  {
    name: 'does not ask at night, though it was to be asked before',
    steps: [{ passMinutes: 11 * 60 }, { power: 'asked', expect: { silent: true, power: { question: 'over' } } }],
  },
  {
    name: 'does not ask who is being served by a person',
    steps: [
      { say: '转人工' },
      { desk: 'claims' },
      { power: 'asked', expect: { silent: true, power: { question: 'over' } } },
    ],
  },
  {
    name: 'asks no more of who says so to a person, who hears it too',
    steps: [
      { power: 'asked' },
      { say: '转人工' },
      { desk: 'claims' },
      {
        say: '别再问我',
        expect: { silent: true, power: { question: 'other', consent: { agrees: 0, words: '别再问我' } } },
      },
    ],
  },
  {
    name: 'counts no answer that comes too late, but hears what it says now',
    steps: [
      { power: 'asked' },
      { passMinutes: 11 },
      { choose: '没电', expect: { contains: ['已经记下'], power: { question: 'asked', word: 'no_power' } } },
    ],
  },
  {
    name: 'takes free words for a new report once the question has run out',
    steps: [
      { power: 'asked' },
      { passMinutes: 11 },
      { say: '家里没电了', expect: { not: ['已经记下您家没电'], power: { word: null } } },
    ],
  },
  {
    name: 'can be agreed to by who has shown who they are',
    steps: [
      { say: '可以问我', expect: { contains: ['户号'], power: { consent: null } } },
      { account: 'demo' },
      { code: 'right', expect: { contains: ['说“别再问我”就行'], power: { consent: AGREED } } },
      { power: 'asked', expect: { contains: ['现在有电吗？'] } },
    ],
  },
  {
    name: 'can be agreed to in English',
    language: 'en',
    steps: [
      { say: 'you may ask me', expect: { contains: ['account number'] } },
      { account: 'demo' },
      { code: 'right', expect: { power: { consent: { agrees: 1, words: 'you may ask me' } } } },
    ],
  },
  {
    name: 'is offered once after a report, and agreed to with a tap',
    steps: [
      ...VERIFIED,
      { say: '整栋楼停电了' },
      { choose: '没有危险' },
      { choose: HOME, expect: { contains: ['联系电话'] } },
      {
        choose: '跳过',
        expect: { contains: ['工单号', '家里有没有电'], offers: ['可以问我', '不用问我'], power: { consent: null } },
      },
      { choose: '可以问我', expect: { contains: ['别再问我'], power: { consent: AGREED } } },
    ],
  },
  {
    name: 'is declined, and not offered again',
    steps: [
      ...VERIFIED,
      { say: '整栋楼停电了' },
      { choose: '没有危险' },
      { choose: HOME },
      { choose: '跳过', expect: { offers: ['不用问我'] } },
      {
        choose: '不用问我',
        expect: { contains: ['不会问您'], power: { consent: { agrees: 0, words: '不用问我' } } },
      },
      { say: '谢谢', expect: { not: ['家里有没有电'] } },
    ],
  },
  {
    name: 'is not offered to who has not shown who they are',
    steps: [
      { say: '整栋楼停电了' },
      { choose: '没有危险' },
      { say: '虎门镇大兴路2号' },
      { choose: '跳过', expect: { contains: ['工单号'], not: ['家里有没有电'] } },
    ],
  },
  {
    name: 'is not offered in an emergency',
    steps: [
      ...VERIFIED,
      { say: '停电了，电表箱在冒火花' },
      { choose: HOME, expect: { contains: ['工单号'], not: ['家里有没有电'] } },
      { say: '没有人受伤', expect: { not: ['家里有没有电'] } },
      { choose: '跳过', expect: { not: ['家里有没有电'] } },
    ],
  },
];
