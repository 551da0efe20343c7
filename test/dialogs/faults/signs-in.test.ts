import { expect } from 'chai';
import fc from 'fast-check';
import { saysBack, signsIn } from '../../../dialogs/faults/signs-in.ts';
import type { Sign, Signs } from '../../../domain/faults/intake/signs.ts';

describe('signs-in: what words tell of themselves', () => {
  const cases: readonly (readonly [string, Signs])[] = [
    ['隔壁有电', { neighbours: 'lit' }],
    ['邻居家都有电，就我家没有', { neighbours: 'lit' }],
    ['楼道灯亮着', { neighbours: 'lit' }],
    ['隔壁没停电', { neighbours: 'lit' }],
    ['只有我家没电', { neighbours: 'lit' }],
    ['隔離屋有電', { neighbours: 'lit' }],
    ['淨係我屋企冇電', { neighbours: 'lit' }],
    ['邻居也没有电', {}],
    ['隔壁也停电了', {}],
    ['我家停电了', {}],
    ['楼上有人', {}],
    ['寮步镇塘唇村三巷5号', {}],
    ['next door has power', { neighbours: 'lit' }],
    ['my neighbours still have lights', { neighbours: 'lit' }],
    ['everyone else is fine', { neighbours: 'lit' }],
    ['only my flat', { neighbours: 'lit' }],
    ['next door has no power', {}],
    ['the neighbours are dark too', {}],
    ['neighbours have lost power', {}],
    ['家里一半有电一半没电', { extent: 'half' }],
    ['half the house has no power', { extent: 'half' }],
    ['缺了一相', { extent: 'half' }],
    ['厨房没电', { extent: 'rooms' }],
    ['the kitchen sockets are dead', { extent: 'rooms' }],
    ['全屋没电', { extent: 'whole' }],
    ['everything is off', { extent: 'whole' }],
    ['漏电保护跳闸了', { breaker: 'tripped' }],
    ['跳闸了', { breaker: 'tripped' }],
    ['the main switch has tripped', { breaker: 'tripped' }],
    ['总开关跳了，合不上', { breaker: 'trips_again' }],
    ['一推上去就跳', { breaker: 'trips_again' }],
    ["the rcd tripped and won't reset", { breaker: 'trips_again' }],
    ['it keeps tripping', { breaker: 'trips_again' }],
    ['空气开关没跳', { breaker: 'on' }],
    ['no switch has tripped', { breaker: 'on' }],
    ['the breaker is fine', { breaker: 'on' }],
    ['电表不亮', { meter: 'dark' }],
    ['the meter is blank', { meter: 'dark' }],
    ['电表还亮着', { meter: 'lit' }],
    ['the meter display is on', { meter: 'lit' }],
    ['电表欠费灯亮了', { meter: 'arrears' }],
    ["nothing's tripped", { breaker: 'on' }],
    ['不是跳闸', { breaker: 'on' }],
    ['all the switches are up', { breaker: 'on' }],
    ['a meter is on my wall', {}],
    ['停电？还是就我一家？', {}],
    ['is it just me or is the whole road out', {}],
    ['old boy next door has a concentrator', {}],
    ['the substation tripped', {}],
    ['是不是你们那边跳闸了', {}],
    ['戏看到一半没电了', {}],
    ['宏远一路停电', {}],
    ["we've changed nothing on the meter", {}],
    ['the meter room is on fire', {}],
    ['隔壁有电，漏电保护没跳，电表是黑的', { neighbours: 'lit', breaker: 'on', meter: 'dark' }],
  ];
  for (const [text, signs] of cases) {
    it(`${text}: ${JSON.stringify(signs)}`, () => {
      expect(signsIn(text, null)).to.deep.equal(signs);
    });
  }
});

describe('signs-in: what a short answer says to a question', () => {
  const cases: readonly (readonly [Sign, string, string | undefined])[] = [
    ['neighbours', '有', 'lit'],
    ['neighbours', '他们有电', 'lit'],
    ['neighbours', 'just us', 'lit'],
    ['neighbours', 'they have power', 'lit'],
    ['neighbours', '也停了', 'street'],
    ['neighbours', 'they are dark too', 'street'],
    ['neighbours', '不知道', 'unknown'],
    ['neighbours', "I don't know", 'unknown'],
    ['neighbours', '今天天气不错', undefined],
    ['extent', '全部', 'whole'],
    ['extent', '一半', 'half'],
    ['extent', 'only the bedroom', 'rooms'],
    ['breaker', '没有', 'on'],
    ['breaker', 'no', 'on'],
    ['breaker', '跳了', 'tripped'],
    ['breaker', 'yes', 'tripped'],
    ['breaker', '13800138000', undefined],
    ['meter', '不亮', 'dark'],
    ['meter', "it's blank", 'dark'],
    ['meter', '亮着', 'lit'],
    ['meter', '不清楚', 'unknown'],
  ];
  for (const [sign, text, shown] of cases) {
    it(`${sign}, "${text}": ${shown ?? 'nothing'}`, () => {
      expect(signsIn(text, sign)[sign]).to.equal(shown);
    });
  }

  it('is quick with whatever is written', () => {
    const pieces = fc.array(
      fc.constantFrom('邻居', '有电', '没', '跳', '电表', '亮', 'neighbour ', 'the ', 'meter ', '，', '!'),
      { maxLength: 400 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const started = performance.now();
        signsIn(parts.join(''), null);
        expect(performance.now() - started).to.be.below(200);
      }),
    );
  });
});

describe('signs-in: whether supply is back', () => {
  for (const text of [
    '来电了',
    '哦，来电了',
    '有电了',
    '已经恢复供电',
    '返电啦',
    'the power is back',
    'its back!',
    'it’s back on again',
    'lights are back on',
    "it's working again",
  ]) {
    it(`${text}: yes`, () => {
      expect(saysBack(text)).to.equal(true);
    });
  }
  for (const text of [
    '什么时候来电',
    '还没来电',
    '来电了吗',
    '隔壁来电了',
    'when will the power be back',
    'still not back',
    'is it back?',
    '我家停电了',
    '缴清欠费，请恢复供电',
    'I want the power back',
  ]) {
    it(`${text}: no`, () => {
      expect(saysBack(text)).to.equal(false);
    });
  }
});
