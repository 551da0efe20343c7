import { expect } from 'chai';
import { loadModel } from '../../nlu/artefact/load-model.ts';
import { createUnderstand } from '../../nlu/create-understand.ts';
import { loadPlaceFinder } from '../../nlu/places/load-place-finder.ts';
import type { Understand } from '../../nlu/understanding.ts';

/** Plain dangers: whatever else changes, each of these is an emergency. */
const MUST_SEE = [
  '电线杆在冒火花',
  '插座冒火花了',
  '电表箱有火星',
  '变压器着火了',
  '配电箱冒黑烟',
  '插头烧焦有糊味',
  '电线断了掉在路上',
  '有根电线垂到头顶这么低',
  '水龙头漏电',
  '摸冰箱门手发麻',
  '有人触电了，倒在地上',
  '我老公被电打了，没有知觉',
  '电箱泡在水里了',
  '电缆皮破了，铜线露在外面',
  '电箱门开着线头全露出来，小孩就在旁边玩',
  '停电了，我爸靠呼吸机',
  '家里没电，制氧机停了',
  '停电，我被困在电梯里',
  '医院停电了',
  '電線桿冒火花',
  '電線掉在地上',
  '變電箱起火',
  '有人觸電昏倒',
  '停電，媽媽用呼吸器',
  '電箱冒煙',
  '電線垂得很低',
  '摸到熱水器會麻',
  '條電線跌咗落街',
  '電箱著火呀',
  '插蘇噴火花',
  '掂到水喉俾電親',
  '有人俾電電暈咗',
  '成棟樓冇電，有人困𨋢',
  '冇電，阿爺要用氧氣機',
  '錶箱出煙，好大陣燶味',
  '电箱着火啊快啲嚟',
  'sparks are flying from the pole',
  'smoke coming out of my socket',
  'there is a fire in the meter box',
  'the wire fell on the road',
  'a power line is down in our yard',
  'cable hanging low over the street',
  'I got an electric shock from the washing machine',
  'my tap gives me a shock',
  'someone was electrocuted and is not moving',
  'electric box is flooded',
  'bare wires sticking out of the wall',
  'the meter box is open and you can touch the copper',
  'my mother is on a ventilator and the power is out',
  'no power and I need my oxygen machine',
  'trapped in the lift, power went off',
  'the hospital has no power',
  'burning smell from the fuse box',
  'the plug is melting',
  'Saprks from the transformer!!',
  'theres smok in the switchboard',
] as const;

/** Talk of danger where there is none: no emergency may be made of these. */
const MUST_NOT_SEE = [
  '停电了',
  '没电',
  '家里没电，没有火花也没有烟',
  '无电',
  '隔壁有电，就我家没电',
  '电费单把我吓死了',
  '怎么防止触电',
  '漏电保护器多少钱',
  '路灯不亮',
  '整條街停電',
  '冇電呀',
  'power out',
  'power outage in our dorm',
  'my power is out',
  'our whole street lost power',
  'no sparks, no smoke, it is only dark',
  'the bill shocked me',
  'what should I do in case of an electric fire?',
  'your team is on fire lately, well done',
  'tree trimming request for next month',
  'my meter is blank',
  'lights flicker in the evening',
] as const;

describe('dangers that must be seen', () => {
  let understand: Understand;
  before(function () {
    this.timeout(60_000);
    understand = createUnderstand({ model: loadModel(), places: loadPlaceFinder() });
  });

  for (const text of MUST_SEE) {
    it(`hears an emergency in "${text}"`, () => {
      expect(understand(text).severity).to.equal('P1');
    });
  }
  for (const text of MUST_NOT_SEE) {
    it(`hears none in "${text}"`, () => {
      expect(understand(text).severity).to.not.equal('P1');
    });
  }
});
