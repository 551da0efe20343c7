import type { Script } from '../script.ts';

export const places: readonly Script[] = [
  {
    name: 'finds the nearest places to pay by the name of a town',
    steps: [
      { say: '附近哪里可以交电费', expect: { contains: ['发位置'] } },
      {
        say: '寮步',
        expect: { cards: ['places'], contains: ['寮步供电服务厅', '步行约', '营业', '高德导航', '演示数据'] },
      },
      { say: '谢谢', expect: { cards: [] } },
      { say: '虎门呢', expect: { cards: ['places'], contains: ['虎门供电服务厅'] } },
    ],
  },
  {
    name: 'finds them in English, the place with the question',
    steps: [
      {
        say: 'where can I pay my bill near Nancheng',
        expect: { cards: ['places'], contains: ['Places to pay near Nancheng', 'Google Maps', 'demo data'] },
      },
    ],
  },
  {
    name: 'finds them by a shared position, with or without a question before',
    steps: [
      { position: [23.02, 113.75], expect: { cards: ['places'], contains: ['离您最近的缴费点'] } },
      { say: 'where can I pay', expect: { contains: ['send your position'] } },
      { position: [22.998, 113.872], expect: { cards: ['places'], contains: ['The nearest places to pay', 'Liaobu'] } },
    ],
  },
  {
    name: 'knows places that are open at the time asked for',
    steps: [
      {
        say: 'where can I pay near Nancheng on Sunday evening?',
        expect: { cards: ['places'], contains: ['open Sunday at 19:30'], not: ['service hall'] },
      },
    ],
  },
  {
    name: 'forgives a name written as it sounds',
    steps: [{ say: '附近哪里可以交电费' }, { say: '廖步', expect: { cards: ['places'], contains: ['寮步镇附近'] } }],
  },
  {
    name: 'says so where nothing is near, and how to pay without going anywhere',
    steps: [
      {
        say: '附近哪里可以交电费',
      },
      {
        position: [22.2, 113.0],
        expect: { cards: ['places'], contains: ['5 公里内没有缴费点', '开车约', '微信'] },
      },
    ],
  },
  {
    name: 'goes by where the verified account is supplied',
    steps: [
      { say: '查账单' },
      { account: 'demo' },
      { code: 'right', expect: { cards: ['bill'] } },
      { say: '附近哪里可以交电费', expect: { cards: ['places'], contains: ['离您用电地址最近的缴费点', '寮步'] } },
    ],
  },
  {
    name: 'asks for the place no more than twice, then tells of other ways and a person',
    steps: [
      { say: 'where can I pay', expect: { contains: ['Where are you?'] } },
      { say: 'on the moon', expect: { contains: ['I have not found that place'] } },
      { say: 'on the moon', expect: { contains: ['WeChat'], offers: ['Talk to a person'] } },
    ],
  },
  {
    name: 'tells the ways to pay in general',
    steps: [
      { say: '怎么交电费', expect: { contains: ['微信', '支付宝', '银行代扣'] } },
      { say: 'how can I pay my bill', expect: { contains: ['WeChat', 'Alipay'] } },
    ],
  },
  {
    name: 'finds places to pay in traditional characters',
    steps: [{ say: '請問寮步附近邊度可以交電費', expect: { cards: ['places'], contains: ['寮步供電服務廳'] } }],
  },
];
