import type { Script } from '../script.ts';

/** Reports while an earlier one is open. They move the clock: played last. */
export const ownTickets: readonly Script[] = [
  ...(['不用来了，来电了', '来电了，不用派人了', '不必再派人来了'] as const).map(
    (words): Script => ({
      name: `hears "${words}" as word of the ticket that was just opened`,
      steps: [
        { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000' },
        { choose: '整栋楼', expect: { cards: ['ticket'] } },
        { say: words, expect: { offers: ['取消这一单'] } },
      ],
    }),
  ),
  {
    name: 'asks in another session whether the open ticket is meant, and adds to it',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000', expect: { contains: ['邻居'] } },
      { choose: '整栋楼', expect: { cards: ['ticket'] } },
      { passMinutes: 31 },
      { sweep: true, expect: { session: 'closed' } },
      {
        say: '我家停电了',
        expect: {
          contains: ['大兴路2号', '已受理', '同一件事吗'],
          offers: ['是，补充到这一单', '催办'],
          not: ['冒火花'],
        },
      },
      { choose: '是，补充到这一单', expect: { contains: ['已经补充到工单'], not: ['已经登记'], tickets: 1 } },
    ],
  },
  {
    name: 'hurries, and calls off, the open ticket instead of opening another, in English',
    steps: [
      {
        say: 'No power and no danger, Humen, Cuntou village, lane 2, my number is 13800138000',
        expect: { contains: ['neighbours'] },
      },
      { choose: 'The whole building', expect: { cards: ['ticket'] } },
      { passMinutes: 31 },
      { sweep: true },
      { say: 'my power is out', expect: { contains: ['still open', 'the same matter'] } },
      { choose: 'Hurry it', expect: { ticket: { chases: 1 }, tickets: 1 } },
      { passMinutes: 31 },
      { sweep: true },
      { say: 'my power is out', expect: { contains: ['still open'] } },
      {
        choose: 'Cancel that ticket',
        expect: { contains: ['is cancelled'], ticket: { state: 'cancelled' }, tickets: 1 },
      },
    ],
  },
  {
    name: 'opens another where another place is named, and adds to the one whose place is named',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000' },
      { choose: '整栋楼', expect: { cards: ['ticket'] } },
      { passMinutes: 31 },
      { sweep: true },
      { say: '虎门镇村头社区大兴路2号停电了', expect: { contains: ['已经补充到工单'], tickets: 1 } },
      { passMinutes: 31 },
      { sweep: true },
      {
        say: '塘厦镇林村二巷3号停电了，没有危险，整栋楼都没电，电话13800138000',
        expect: { cards: ['ticket'], tickets: 2 },
      },
    ],
  },
  {
    name: 'does not let an open ticket stand in the way of an emergency',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000' },
      { choose: '整栋楼', expect: { cards: ['ticket'] } },
      { passMinutes: 31 },
      { sweep: true },
      { say: '电线掉下来了', expect: { first: 'safety', contains: ['在哪里'], not: ['同一件事'] } },
      {
        say: '虎门镇村头社区大兴路2号',
        expect: { contains: ['有没有人受伤'], ticket: { severity: 'P1' }, tickets: 1 },
      },
    ],
  },
  {
    name: 'hears danger to life in the answer to whether an open ticket is meant: it goes into the ticket, graded anew',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号，电话13800138000' },
      { choose: '整栋楼', expect: { cards: ['ticket'] } },
      { passMinutes: 31 },
      { sweep: true },
      { say: '还是没电', expect: { contains: ['同一件事吗'] } },
      { say: '快点！我爸的呼吸机快没电了', expect: { ticket: { severity: 'P1' }, tickets: 1 } },
    ],
  },
];
