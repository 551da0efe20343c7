import type { Script } from '../script.ts';

/** "What would it cost me if…" */
export const whatIfs: readonly Script[] = [
  {
    name: 'reckons an air conditioner for anybody, from the tariff, and then on their own usage',
    steps: [
      {
        say: '开空调每天8小时要多少钱',
        expect: {
          cards: ['bill'],
          // 264 kWh in November from nothing: 200 x 0.62 + 64 x 0.67; all in the third tier 264 x 0.92.
          contains: ['166.88 元到 242.88 元', '264 度', '1100 瓦（一般值）'],
          not: ['户号'],
          offers: ['按我家的用电算'],
        },
      },
      { choose: '按我家的用电算', expect: { contains: ['16 位户号'], cards: [] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['按您的电价，在2025年11月用', '264 度'] } },
    ],
  },
  {
    name: 'reckons an electric car at night, and what it would be by time of use',
    steps: [
      {
        say: 'what would it cost me if I charged an electric car at night',
        expect: {
          cards: ['bill'],
          // 315 kWh: 200 x 0.62 + 115 x 0.67; by time of use 315 x 0.2356, 115 of them with 0.05 more.
          contains: ['¥201.05 to ¥289.80', '¥79.96', '315 kWh'],
          not: ['account number'],
        },
      },
    ],
  },
  {
    name: 'hears it where the engine is not sure of the intent',
    steps: [
      { say: '晚上充电动车一个月多少电费', expect: { cards: ['bill'], contains: ['电动汽车充电', '315 度'] } },
      { say: '抽湿机整天开要几多钱', expect: { cards: ['bill'], contains: ['抽湿机', '24 小时'] } },
    ],
  },
  {
    name: 'takes the power, the hours and the number that are said',
    steps: [
      {
        // 2 x 1103 W x 10.5 h x 30 days = 694.89 kWh.
        say: '两台1.5匹空调每天开十个半小时多少钱',
        expect: { contains: ['2 台空调', '2206 瓦', '10.5 小时', '694.89 度'], not: ['瓦（一般值）'] },
      },
      { say: 'how much is a 2 kW heater for 3 hours a day?', expect: { contains: ['2000 W', '180 kWh', '¥111.60'] } },
    ],
  },
  {
    name: 'counts the times a week',
    steps: [{ say: '洗衣机一周用3次，电费多少', expect: { contains: ['每周 3 天', '6.43 度', '3.99 元'] } }],
  },
  {
    name: 'goes by the customer’s own tariff and hours once they are verified',
    steps: [
      { say: 'show me my bill' },
      { account: 'time of use' },
      { code: 'right', expect: { cards: ['bill'] } },
      {
        say: 'what would it cost to run the air conditioner 8 hours during the day',
        expect: {
          cards: ['bill'],
          contains: ['on your tariff', 'Peak hours', 'In the valley hours (from 0:00)', 'from 10:00'],
        },
      },
    ],
  },
  {
    name: 'changes what is corrected, and nothing else',
    steps: [
      { say: '开空调每天8小时要多少钱', expect: { contains: ['264 度', '8 小时'] } },
      {
        say: '不是8小时，是12小时',
        expect: { cards: ['bill'], contains: ['空调', '1100 瓦（一般值）', '12 小时', '396 度'] },
      },
      // 2000 W x 12 h x 30 days.
      { say: '功率是2千瓦', expect: { cards: ['bill'], contains: ['2000 瓦', '12 小时', '720 度'], not: ['一般值'] } },
      { say: '那两台呢', expect: { cards: ['bill'], contains: ['2 台空调', '4000 瓦', '1440 度'] } },
      { choose: '按我家的用电算', expect: { contains: ['16 位户号'] } },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'], contains: ['4000 瓦', '1440 度'] } },
      { say: '改成每天5小时吧', expect: { cards: ['bill'], contains: ['4000 瓦', '5 小时', '600 度'] } },
    ],
  },
  {
    name: 'the same in English, until something else is spoken of',
    steps: [
      { say: 'what would a heater cost me for 3 hours a day?', expect: { cards: ['bill'], contains: ['3 hours'] } },
      { say: "it's 2 kW", expect: { cards: ['bill'], contains: ['2000 W', '3 hours', '180 kWh'] } },
      { say: '5 hours a day then', expect: { cards: ['bill'], contains: ['2000 W', '5 hours', '300 kWh'] } },
      { say: 'not 5 hours, 4 hours', expect: { cards: ['bill'], contains: ['2000 W', '4 hours', '240 kWh'] } },
      { say: 'no, twice a week', expect: { cards: ['bill'], contains: ['2000 W', '4 hours', '2 days'] } },
      { say: 'Where can I pay near Nancheng?', expect: { cards: ['places'] } },
      { say: '5 hours a day then', expect: { not: ['2000 W'] } },
    ],
  },
  {
    name: 'hears danger where a figure might be put right',
    steps: [
      { say: '开空调每天8小时要多少钱', expect: { cards: ['bill'] } },
      { say: '空调开了2小时插座冒烟着火了', expect: { first: 'safety', not: ['2 小时'] } },
    ],
  },
  {
    name: 'says nothing of a broken appliance’s cost, nor of prices in general',
    steps: [
      { say: '电价是多少', expect: { contains: ['居民阶梯电价按月用电量分档'], cards: [] } },
      { say: '怎么省电', expect: { contains: ['空调用电最多'], cards: [] } },
    ],
  },
  {
    name: 'leaves it at the general answer where the customer would rather not say who they are',
    steps: [
      { say: 'how much does it cost to charge my EV at night', expect: { offers: ['Reckon with my own usage'] } },
      { choose: 'Reckon with my own usage', expect: { contains: ['account number'] } },
      { say: 'never mind', expect: { contains: ['stopped that'], cards: [] } },
    ],
  },
  {
    name: 'answers in the middle of another matter, which goes on',
    steps: [
      { say: '我要投诉', expect: { contains: ['经过'] } },
      { say: '等等，空调每天开8小时要多少钱？', expect: { cards: ['bill'], contains: ['264 度'] } },
      { say: '你们的师傅昨天约好没有来', expect: { contains: ['联系电话'] } },
      { choose: '跳过', expect: { cards: ['ticket'], ticket: { kind: 'complaint' } } },
    ],
  },
];
