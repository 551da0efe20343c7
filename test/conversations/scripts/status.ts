import type { Script } from '../script.ts';

export const status: readonly Script[] = [
  {
    name: 'tells of planned outages at a place, and how far what is announced reaches',
    steps: [
      {
        say: '寮步最近有计划停电吗',
        expect: { cards: ['list'], contains: ['良平社区', '提前 7 天公告', '尚未开始'] },
      },
    ],
  },
  {
    name: 'asks which place is meant, and says so where nothing is announced',
    steps: [
      { say: 'is there a planned outage tomorrow', expect: { contains: ['Which place'] } },
      { say: 'Nancheng', expect: { contains: ['No planned outage has been announced for Nancheng', '7 days ahead'] } },
      { say: 'and in Humen?', expect: { cards: ['list'], contains: ['Planned outages in Humen'] } },
    ],
  },
  {
    name: 'tells of planned work that is going on',
    steps: [{ say: '厚街计划停电到几点', expect: { cards: ['list'], contains: ['正在停电检修'] } }],
  },
  {
    name: 'looks at the line that supplies the verified account',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '明天会不会停电', expect: { cards: ['list'], contains: ['您用电地址的计划停电', '良平社区'] } },
    ],
  },
  {
    name: 'lists what the customer has reported here',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000' },
      { choose: '整栋楼', expect: { cards: ['ticket'] } },
      { say: '我报的修到哪了', expect: { cards: ['list'], contains: ['已受理', '大兴路'] } },
    ],
  },
  {
    name: 'counts it where the customer wants the repair hurried, and not where they only ask',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000' },
      { choose: '整栋楼', expect: { cards: ['ticket'], ticket: { chases: 0 } } },
      { say: '我报的修到哪了', expect: { not: ['催办'], ticket: { chases: 0 } } },
      { say: '催一下我的工单', expect: { cards: ['list'], contains: ['登记催办'], ticket: { chases: 1 } } },
      { say: '怎么还没来人修', expect: { contains: ['第 2 次'], ticket: { chases: 2 } } },
    ],
  },
  {
    name: 'asks for the number where nothing was reported, and for a person the third time',
    steps: [
      { say: "what's the status of my repair ticket", expect: { contains: ['ticket number'] } },
      { say: '261124000000', expect: { contains: ['12 digits'] } },
      { say: '123', expect: { contains: ['Shall I ask a colleague'], offers: ['Talk to a person'] } },
    ],
  },
  {
    name: 'tells what is known of a fault at a place, with the source of its time',
    steps: [
      { say: '常平上坑村什么时候来电', expect: { contains: ['正在处理', '预计恢复时间', '抢修班组'] } },
      { say: '南城宏图社区什么时候来电', expect: { contains: ['还没有评估出来'], not: ['预计恢复时间'] } },
    ],
  },
  {
    name: 'offers to take a report where no fault is known',
    steps: [
      {
        say: 'when will the power be back in Humen?',
        expect: { contains: ['No fault is on record in Humen'], offers: ['Report a power cut'] },
      },
      { choose: 'Report a power cut', expect: { contains: ['sparks'] } },
    ],
  },
];
