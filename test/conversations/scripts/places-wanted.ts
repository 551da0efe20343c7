import type { Script } from '../script.ts';

/** Where to pay, in all the ways people ask. */
export const placesWanted: readonly Script[] = [
  {
    name: 'near the hospital of a town',
    steps: [
      {
        say: 'where can I pay near the hospital in Liaobu',
        expect: { cards: ['places'], contains: ['Places to pay near Liaobu Sample Hospital', 'on foot', 'Baidu Maps'] },
      },
    ],
  },
  {
    name: 'near a landmark by its name, in traditional characters too',
    steps: [
      { say: '寮步示例医院附近哪里可以交电费', expect: { cards: ['places'], contains: ['寮步示例医院附近的缴费点'] } },
      { say: '萬江示例市場附近邊度可以交電費', expect: { cards: ['places'], contains: ['萬江示例市場附近的繳費點'] } },
    ],
  },
  {
    name: 'near a landmark written as it sounds, as the answer to where',
    steps: [
      { say: '附近哪里可以交电费' },
      { say: '寮步事例医院', expect: { cards: ['places'], contains: ['寮步示例医院附近的缴费点'] } },
    ],
  },
  {
    name: 'asks which of two schools is meant',
    steps: [
      { say: '寮步学校附近哪里可以交电费', expect: { offers: ['寮步示例中学', '寮步示例小学'], cards: [] } },
      { choose: '寮步示例小学', expect: { cards: ['places'], contains: ['寮步示例小学附近的缴费点'] } },
    ],
  },
  {
    name: 'asks for the town of a hospital',
    steps: [
      { say: '医院附近哪里能交电费', expect: { contains: ['医院在哪个镇街'], cards: [] } },
      { say: '寮步', expect: { cards: ['places'], contains: ['寮步示例医院附近的缴费点'] } },
    ],
  },
  {
    name: 'says so where no such landmark is on record, and searches in the town',
    steps: [
      {
        say: '寮步的公园附近哪里可以交电费',
        expect: { cards: ['places'], contains: ['没有寮步镇的公园位置', '寮步镇附近的缴费点'] },
      },
    ],
  },
  {
    name: 'with a card, then with cash, then on Sunday evening, then near the hospital',
    steps: [
      { say: 'where can I pay near Humen', expect: { cards: ['places'], contains: ['Humen service hall'] } },
      { say: 'and which of them take cards?', expect: { cards: ['places'], contains: ['For Card:'] } },
      {
        say: 'what about Sunday evening',
        expect: { cards: ['places'], contains: ['For Card:', 'open Sunday at 19:30'], not: ['service hall'] },
      },
      {
        say: 'is there one near the hospital?',
        expect: { cards: ['places'], contains: ['Places to pay near Humen Sample Hospital', 'open Sunday at 19:30'] },
      },
    ],
  },
  {
    name: 'a machine, at any hour',
    steps: [
      {
        say: '长安哪里有自助缴费机',
        expect: { cards: ['places'], contains: ['有“自助机”的', '24 小时营业'], not: ['服务厅'] },
      },
    ],
  },
  {
    name: 'on a holiday, with its name, at the hours of that day',
    steps: [
      {
        say: '国庆寮步哪里可以交电费',
        expect: {
          cards: ['places'],
          contains: ['2027年10月1日（国庆节） 10:30 开门', '24 小时营业'],
          not: ['寮步供电服务厅'],
        },
      },
    ],
  },
  {
    name: 'on New Year’s Day, when halls are closed',
    steps: [
      {
        say: "where can I pay in Nancheng on New Year's Day",
        expect: { cards: ['places'], contains: ['1 Jan 2027 (New Year)'], not: ['Nancheng service hall'] },
      },
    ],
  },
  {
    name: 'tells when those open that are near, where none is open then',
    steps: [
      {
        say: '東坑邊度有得交電費，星期日朝早',
        expect: { cards: ['places'], contains: ['沒有星期日 10:00 開門', '東坑供電服務廳', '現在不營業'] },
      },
    ],
  },
  {
    name: 'tells open now at the hour at which it is asked',
    steps: [
      {
        say: '寮步哪里可以刷卡交电费，现在还开着吗',
        expect: { cards: ['places'], contains: ['有“银行卡”的：现在', '营业'], not: ['现在不营业'] },
      },
    ],
  },
  {
    name: 'far from everything: the nearest by car, vans, remote ways and a person',
    steps: [
      { say: 'where can I pay' },
      {
        position: [22.55, 113.95],
        expect: {
          cards: ['places'],
          contains: ['There is no place to pay within 5 km', 'min by car', 'WeChat'],
          offers: ['Talk to a person'],
        },
      },
    ],
  },
  {
    name: 'a village, however its town is spelt',
    steps: [
      { say: '附近哪里交电费' },
      { say: '寮布', expect: { cards: ['places'], contains: ['寮步镇附近的缴费点'] } },
      { say: 'liaobu呢', expect: { cards: ['places'], contains: ['寮步镇附近的缴费点'] } },
    ],
  },
  {
    name: 'from a greeting to a place in two steps',
    steps: [
      { say: '你好', expect: { offers: ['找缴费点'] } },
      { choose: '找缴费点', expect: { contains: ['您在哪里'] } },
      { say: '南城，要现金的', expect: { cards: ['places'], contains: ['有“现金”的', '南城供电服务厅'] } },
    ],
  },
  {
    name: 'in words where a channel shows text alone, numbers and links with it',
    textOnly: true,
    steps: [
      {
        say: 'where can I pay near Liaobu',
        expect: {
          contains: ['Places to pay near Liaobu', 'Liaobu service hall', 'min on foot', 'https://uri.amap.com'],
        },
      },
    ],
  },
  {
    name: 'a new connection is asked about where it can be made',
    steps: [
      {
        say: '寮步哪里可以交电费，顺便办业务',
        expect: { cards: ['places'], contains: ['有“业务办理”的', '寮步供电服务厅'] },
      },
    ],
  },
];
