import type { CardOf } from '../../../../web/protocol/card.ts';

export const aSafety: CardOf<'safety'> = {
  kind: 'safety',
  title: '请先注意安全',
  lines: ['离电线至少 10 米。', '起火请拨打 119。'],
  actions: [{ type: 'call', label: '拨打 119', number: '119' }],
};

export const aTicket: CardOf<'ticket'> = {
  kind: 'ticket',
  title: '故障报修单',
  number: 'GZ-0001',
  severity: 'P1',
  severityLabel: 'P1 紧急',
  facts: [{ label: '地点', value: '南城街道' }],
  next: ['派出抢修人员'],
  actions: [{ type: 'say', label: '补充', text: '补充情况' }],
};

export const aBill: CardOf<'bill'> = {
  kind: 'bill',
  title: '账单',
  total: '¥135.42',
  facts: [],
  lines: [
    { label: '第一档', quantity: '200 千瓦时', price: '0.6 元', amount: '¥120.00' },
    { label: '违约金', amount: '¥1.00' },
  ],
  chart: {
    title: '用电量',
    unit: 'kWh',
    columns: [
      { label: '10月', value: 262, before: 250 },
      { label: '11月', value: 214 },
    ],
    alt: '10 月 262，11 月 214',
  },
  actions: [{ type: 'open', label: '交费', url: 'https://pay.example/' }],
};

export const aPlaces: CardOf<'places'> = {
  kind: 'places',
  title: '附近的缴费点',
  places: [
    {
      name: '南城营业厅',
      address: '鸿福路',
      distance: '850 m',
      hours: '08:30–17:30',
      open: true,
      openLabel: '营业中',
      services: ['柜台'],
      actions: [],
    },
  ],
  note: '演示数据',
};

export const aList: CardOf<'list'> = {
  kind: 'list',
  title: '计划停电',
  items: [{ title: '鸿福路', severity: 'P3', facts: [{ label: '时间', value: '08:00' }] }],
  actions: [],
};

export const aRating: CardOf<'rating'> = {
  kind: 'rating',
  title: '请评分',
  sessionId: 's1',
  labels: ['很差', '差', '一般', '好', '很好'],
  wordsPlaceholder: '意见',
  submitLabel: '提交',
  thanks: '谢谢',
};
