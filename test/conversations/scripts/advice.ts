import type { Script } from '../script.ts';

/** Saving tips from the customer's own usage, and what is on offer. */
export const advice: readonly Script[] = [
  {
    name: 'gives general tips to anybody, and looks at the usage of whoever wants that',
    steps: [
      { say: '怎么省电', expect: { contains: ['空调用电最多'], cards: [], offers: ['看我家的用电'] } },
      { choose: '看我家的用电', expect: { contains: ['16 位户号'] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill'],
          contains: ['第 2 档从2026年11月', '底数', '季节', '每天少用 1 度', '最近 12 个月用电量'],
          offers: ['节电窍门', '看账单'],
        },
      },
      { choose: '节电窍门', expect: { contains: ['空调用电最多'], cards: [] } },
    ],
  },
  {
    name: 'tells when the next tier begins at this rate',
    steps: [
      { say: 'when will I reach tier 3', expect: { contains: ['16-digit'] } },
      { account: 'demo' },
      {
        code: 'right',
        expect: {
          cards: ['bill'],
          contains: [
            'At the rate of October 2026',
            'tier 2 begins on 20 Nov 2026, tier 3 is not reached in November 2026',
            'At the rate of November 2025',
          ],
        },
      },
    ],
  },
  {
    name: 'answers the tier question in Chinese too, however sure the engine is of something else',
    steps: [
      { say: '我什么时候会到第三档', expect: { contains: ['户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['按2026年10月每天'] } },
    ],
  },
  {
    name: 'tells by time of use what a kWh moved to the night saves',
    steps: [
      { say: 'how can I save electricity at my place', expect: { contains: ['account number'] } },
      { account: 'time of use' },
      // 0.62 x (1.7 - 0.38).
      { code: 'right', expect: { cards: ['bill'], contains: ['from peak to valley hours saves ¥0.8184'] } },
    ],
  },
  {
    name: 'tells what is on offer and when, and whether it is for the customer once they are known',
    steps: [
      {
        say: '有什么优惠活动',
        expect: {
          cards: ['list'],
          contains: ['夜间充电体验', '银行代扣免忘缴', '（还没开始）', '不会通过陌生链接'],
          not: ['符合条件'],
        },
      },
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '有什么优惠活动', expect: { cards: ['list'], contains: ['符合条件', '目前不符合条件'] } },
    ],
  },
  {
    name: 'tells offers in English',
    steps: [
      {
        say: 'any discounts at the moment?',
        expect: {
          cards: ['list'],
          contains: ['Night charging trial', 'commercial customers', '1 Sep 2026 to 31 Aug 2027'],
        },
      },
    ],
  },
];
