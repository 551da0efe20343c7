import type { Script } from '../script.ts';

export const faults: readonly Script[] = [
  {
    name: 'takes a power cut at home from first words to a ticket, one question at a time',
    steps: [
      { say: '我家停电了', expect: { contains: ['冒火花'], offers: ['没有危险', '有危险'], ticket: null } },
      { choose: '没有危险', expect: { contains: ['请问在哪里'], ticket: null } },
      {
        say: '寮步镇塘唇村三巷5号，昨晚九点开始的',
        expect: { contains: ['邻居也停了'], offers: ['只有我一家', '不清楚'], ticket: null },
      },
      { choose: '整栋楼', expect: { contains: ['联系电话'], not: ['总开关'], ticket: null } },
      {
        say: '13800138000',
        expect: {
          contains: ['工单号', '3 分钟内派单', '城区 45 分钟'],
          cards: ['ticket'],
          ticket: { kind: 'fault', severity: 'P3', phone: '13800138000', responsible_role: 'dispatcher' },
        },
      },
    ],
  },
  {
    name: 'takes the same report in English',
    steps: [
      { say: 'There is a power cut at my place', expect: { contains: ['sparks'], offers: ['No danger'] } },
      { choose: 'No danger', expect: { contains: ['Where is it?'] } },
      { say: 'Humen, Cuntou village, lane 2', expect: { contains: ['neighbours'], offers: ['Only my home'] } },
      { choose: 'The whole building', expect: { contains: ['phone number'], not: ['main switch'] } },
      {
        say: '13800138000',
        expect: {
          contains: ['The ticket number is', 'within 3 minutes'],
          cards: ['ticket'],
          ticket: { kind: 'fault', severity: 'P3', language: 'en' },
        },
      },
    ],
  },
  {
    name: 'lets several facts in one message fill several fields',
    steps: [
      {
        say: '塘厦镇林村整个村都停电了，从昨晚九点开始，没有危险，电话13800138000',
        expect: { cards: ['ticket'], ticket: { severity: 'P2', phone: '13800138000' } },
      },
    ],
  },
  {
    name: 'asks only for what an English message left out',
    steps: [
      {
        say: 'The whole street has had no power since 9 pm, no danger, phone 13800138000',
        expect: { contains: ['Where is it?'], not: ['neighbours', 'phone number', 'sparks'] },
      },
      {
        say: 'Humen, Cuntou village, lane 2',
        expect: { cards: ['ticket'], ticket: { phone: '13800138000' } },
      },
    ],
  },
  {
    name: 'takes flicker as a matter of quality, not urgent',
    steps: [
      { say: '家里的灯一闪一闪的，电压不稳', expect: { contains: ['冒火花'] } },
      { choose: '没有危险', expect: { contains: ['在哪里'] } },
      { say: '虎门镇村头社区大兴路2号', expect: { contains: ['电话'], not: ['邻居', '总开关'] } },
      {
        choose: '跳过',
        expect: { cards: ['ticket'], contains: ['电压质量'], ticket: { severity: 'P4', phone: null, since: null } },
      },
    ],
  },
  {
    name: 'takes flicker in English',
    steps: [
      { say: 'my lights keep flickering', expect: { contains: ['sparks'] } },
      { say: 'no danger', expect: { contains: ['Where is it?'] } },
      { say: 'Liaobu, Tangchun village, lane 3 no. 5', expect: { contains: ['phone'] } },
      { say: 'I would rather not say', expect: { cards: ['ticket'], ticket: { severity: 'P4', phone: null } } },
    ],
  },
  {
    name: 'goes on with the report after a question in the middle of it',
    steps: [
      { say: 'My power is out', expect: { contains: ['sparks'] } },
      { choose: 'No danger', expect: { contains: ['Where is it?'] } },
      { say: 'How much is the late fee?', expect: { contains: ['0.1%', 'Where is it?'] } },
      { say: 'Humen, Cuntou village, lane 2', expect: { contains: ['neighbours'] } },
    ],
  },
  {
    name: 'goes on with the report after a Chinese question in the middle of it',
    steps: [
      { say: '家里没电了', expect: { offers: ['没有危险'] } },
      { choose: '没有危险', expect: { contains: ['在哪里'] } },
      { say: '违约金怎么算？', expect: { contains: ['0.1%', '在哪里'] } },
      { say: '虎门镇村头社区大兴路2号', expect: { contains: ['邻居'] } },
    ],
  },
  {
    name: 'corrects the place while the report is going on',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'] } },
      { say: '寮步镇良平社区荔景花园3栋', expect: { contains: ['邻居'] } },
      { say: '不对，是5栋', expect: { contains: ['邻居'] } },
      { choose: '整栋楼', expect: { contains: ['电话'] } },
      { choose: '跳过', expect: { contains: ['荔景花园5栋'], ticket: { place: '寮步镇良平社区荔景花园5栋' } } },
    ],
  },
  {
    name: 'corrects the place of a ticket that stands',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['在哪里'] } },
      { say: '寮步镇良平社区荔景花园3栋', expect: { contains: ['邻居'] } },
      { choose: '整栋楼' },
      { choose: '跳过', expect: { cards: ['ticket'] } },
      {
        say: '不对，是5栋',
        expect: { contains: ['地点已改为', '荔景花园5栋'], ticket: { place: '寮步镇良平社区荔景花园5栋' } },
      },
    ],
  },
  {
    name: 'corrects the place of a ticket in English',
    steps: [
      { say: 'There is a power cut at my place, no danger', expect: { contains: ['Where is it?'] } },
      { say: '12 Dongkang Road, Humen, building 3', expect: { contains: ['neighbours'] } },
      { choose: 'The whole building' },
      { choose: 'Skip', expect: { cards: ['ticket'] } },
      { say: 'no, building 5', expect: { contains: ['The place of ticket', 'building 5'], not: ['building 3'] } },
    ],
  },
  {
    name: 'adds a telephone number and a photo to a ticket that stands',
    steps: [
      { say: '我家停电了，没有危险，在虎门镇村头社区大兴路2号', expect: { contains: ['邻居'] } },
      { choose: '整栋楼' },
      { choose: '跳过', expect: { ticket: { phone: null } } },
      { say: '13800138000', expect: { contains: ['已经补充到工单'], ticket: { phone: '13800138000' } } },
      {
        photo: '/photo-of-the-box.jpg',
        expect: { contains: ['已经补充到工单'], history: { amended: 'photo-of-the-box' } },
      },
    ],
  },
  {
    name: 'takes a shared position for the place',
    steps: [
      { say: '停电了，没有危险', expect: { contains: ['在哪里'] } },
      { position: [22.998, 113.872], expect: { offers: ['只有我一家', '整条街或小区'] } },
      { choose: '整栋楼', expect: { contains: ['电话'] } },
      { choose: '跳过', expect: { contains: ['已发送的位置'], ticket: { lat: 22.998, lon: 113.872, place: null } } },
    ],
  },
  {
    name: 'tells of a fault that is known at the place, with the source and the age of its time',
    steps: [
      {
        say: '我家停电了，没有危险，在常平镇上坑村',
        expect: { contains: ['有一处故障，正在处理', '抢修班组', '分钟前给出', '联系电话'], not: ['邻居', '总开关'] },
      },
      {
        choose: '跳过',
        expect: { contains: ['已归到这处故障'], not: ['分钟前给出'], history: { opened: '"incident"' } },
      },
    ],
  },
  {
    name: 'never asks the same question more than twice',
    steps: [
      { say: '停电了，没有危险', expect: { contains: ['在哪里'] } },
      { say: '不知道', expect: { contains: ['还缺地点'] } },
      { say: '不知道', expect: { not: ['还缺地点', '请问在哪里'], ticket: {} } },
    ],
  },
  {
    name: 'is called off without a ticket',
    steps: [
      { say: '我家停电了', expect: { offers: ['没有危险'] } },
      { say: '算了，不报了', expect: { contains: ['没有登记'], ticket: null } },
    ],
  },
  {
    name: 'is called off in English, and what was going on is gone',
    steps: [
      { say: 'my power is out', expect: { offers: ['No danger'] } },
      { say: 'never mind', expect: { contains: ['nothing was registered'], ticket: null } },
      { say: 'thanks', expect: { not: ['sparks'] } },
    ],
  },
  {
    name: 'puts the open question again when asked to',
    steps: [
      { say: '我家停电了，没有危险', expect: { contains: ['请问在哪里'] } },
      { say: '再说一遍', expect: { contains: ['请问在哪里'] } },
    ],
  },
  {
    name: 'takes choices by their number where a channel shows no buttons',
    textOnly: true,
    steps: [
      { say: '我家停电了', expect: { offers: ['没有危险'] } },
      { say: '1', expect: { contains: ['在哪里'] } },
    ],
  },
  {
    name: 'takes a report in Cantonese and answers in traditional characters',
    steps: [
      { say: '我屋企冇電呀', expect: { contains: ['漏電'] } },
      { say: '冇危險', expect: { contains: ['在哪裏'] } },
      { say: '寮步鎮塘唇村三巷5號', expect: { contains: ['鄰居'] } },
      { say: '隔離有電', expect: { contains: ['鄰居有電', '跳了'] } },
    ],
  },
  {
    name: 'takes a report in traditional characters',
    steps: [
      { say: '我家整棟樓都停電了', expect: { contains: ['漏電'] } },
      { choose: '沒有危險', expect: { contains: ['在哪裏'] } },
    ],
  },
];
