import { expect } from 'chai';
import fc from 'fast-check';
import { correctedLoad, correctsLoad, keptLoad, loadAskedIn } from '../../../dialogs/money/corrected-load.ts';
import type { SaidLoad } from '../../../dialogs/money/load-in-words.ts';

const LOAD: SaidLoad = {
  appliance: 'air_conditioner',
  watts: 1500,
  minutes: 480,
  fromHour: 22,
  kwh: null,
  timesAWeek: 3,
  count: 1,
};

const CASES: readonly (readonly [string, Partial<SaidLoad>])[] = [
  ['不是8小时，是12小时', { minutes: 720 }],
  ['是12小时，不是8小时', { minutes: 720 }],
  ['对不起，十个半小时', { minutes: 630 }],
  ['唔係8個鐘頭，係6個鐘頭', { minutes: 360 }],
  ['功率是2千瓦', { watts: 2000 }],
  ['改成1.5匹', { watts: 1103 }],
  ['那晚上开呢', { fromHour: 22 }],
  ['白天用', { fromHour: 10 }],
  ['两台', { count: 2 }],
  ['一周用5次', { timesAWeek: 5 }],
  ['每天5小时', { minutes: 300, timesAWeek: null }],
  ["it's 2 kW", { watts: 2000 }],
  ['5 hours a day then', { minutes: 300 }],
  ['sorry, I meant 12 hours, not 8', { minutes: 720 }],
  ['not 8 hours but 12 hours', { minutes: 720 }],
  ['no, twice a week', { timesAWeek: 2 }],
  ['20度电', { kwh: 20, minutes: null }],
];

describe('what corrects a question of cost', () => {
  for (const [said, changed] of CASES) {
    it(`changes nothing but what "${said}" says`, () => {
      expect(correctedLoad(LOAD, said)).to.deep.equal({ ...LOAD, ...changed });
    });
  }

  for (const said of [
    '停电2小时了',
    'no power for 2 hours',
    '空调开了2小时插座冒烟',
    '我家欠了两个月电费',
    'thanks',
    '不是',
    '13800138000',
    'call me in 2 hours',
  ]) {
    it(`does not hear it in "${said}"`, () => {
      expect(correctedLoad(LOAD, said)).to.equal(null);
    });
  }

  it('is added to the question, and a new question takes its place', () => {
    const asked = keptLoad(null, 'what would a heater cost\nme for 3 hours a day?');
    const corrected = keptLoad(keptLoad(asked, "it's 2 kW"), '5 hours then');
    expect(loadAskedIn(corrected)).to.include({ appliance: 'heater', watts: 2000, minutes: 300 });
    const anew = keptLoad(corrected, 'what would the fan cost for 2 hours?');
    expect(loadAskedIn(anew)).to.include({ appliance: 'fan', watts: null, minutes: 120 });
  });

  it('needs a question to correct', () => {
    expect(correctsLoad(null, '5 hours then')).to.equal(false);
    expect(correctsLoad('show me my bill', '5 hours then')).to.equal(false);
  });

  it('takes whatever is written, and keeps what is added within bounds', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        const before = 'heater cost 3 hours';
        expect(keptLoad(before, said).length).to.be.at.most(before.length + said.length + 1);
        correctedLoad(LOAD, said);
      }),
    );
    const kept = Array.from({ length: 50 }).reduce<string>((now) => keptLoad(now, '5 hours'), 'heater cost 3 hours');
    expect(kept.split('\n')).to.have.length(9);
  });
});
