import { expect } from 'chai';
import fc from 'fast-check';
import { loadInWords, type SaidLoad } from '../../../dialogs/money/load-in-words.ts';
import { moneyAsked } from '../../../dialogs/money/money-asked.ts';
import { asksWhy } from '../../../dialogs/money/money-words.ts';

const CASES: readonly (readonly [string, Partial<SaidLoad>])[] = [
  ['开空调每天8小时要多少钱', { appliance: 'air_conditioner', minutes: 480, fromHour: null, watts: null, count: 1 }],
  ['what would it cost to run the air conditioner 8 hours a day', { appliance: 'air_conditioner', minutes: 480 }],
  ['how much does it cost to charge my EV at night', { appliance: 'electric_vehicle', fromHour: 0, minutes: null }],
  ['晚上充電動車一個月幾多錢', { appliance: 'electric_vehicle', fromHour: 0 }],
  ['两台1.5匹空调每天开十个半小时多少钱', { appliance: 'air_conditioner', watts: 1103, minutes: 630, count: 2 }],
  ['空调26度开一晚上多少电费', { appliance: 'air_conditioner', kwh: null, minutes: 480, fromHour: 22 }],
  ['2000瓦的机器每天开3小时要多少电费', { appliance: null, watts: 2000, minutes: 180 }],
  [
    'a 2 kW heater for two hours in the morning, how much?',
    { appliance: 'heater', watts: 2000, minutes: 120, fromHour: 8 },
  ],
  ['洗衣机一周用3次，电费多少', { appliance: 'washing_machine', timesAWeek: 3 }],
  ['what does the dryer cost twice a week', { appliance: 'dryer', timesAWeek: 2 }],
  ['给车充20度电要多少钱', { appliance: 'electric_vehicle', kwh: 20 }],
  ['抽湿机整天开要几多钱', { appliance: 'dehumidifier', minutes: 1440 }],
  ['how much is the fan from 10 pm for eight hours', { appliance: 'fan', fromHour: 22, minutes: 480 }],
  ['电视每天看半小时要多少电费', { appliance: 'television', minutes: 30 }],
  [
    'running two air conditioners all night, what would it cost?',
    { appliance: 'air_conditioner', count: 2, minutes: 480 },
  ],
];

describe('what something would cost, in words', () => {
  for (const [text, wanted] of CASES) {
    it(`understands "${text}"`, () => {
      expect(loadInWords(text)).to.include(wanted);
    });
  }

  for (const text of [
    '怎么省电',
    '电价是多少',
    'how much is electricity',
    'my air conditioner is broken',
    '我要看账单',
    '空调不制冷怎么办',
  ]) {
    it(`does not hear it in "${text}"`, () => {
      expect(loadInWords(text)).to.equal(null);
    });
  }

  for (const piece of ['9', '一', '十', '9.', 'when will ', '不交电费会', 'pay ', '台', '多少钱空调1.5匹']) {
    it(`takes no longer over a message that is nothing but "${piece}"`, () => {
      const text = `多少钱${piece.repeat(4000)}`;
      const from = performance.now();
      loadInWords(text);
      moneyAsked(text);
      asksWhy(text);
      expect(performance.now() - from).to.be.below(250);
    });
  }

  it('takes no times a week for none said', () => {
    expect(loadInWords('空调每周0次多少钱')?.timesAWeek).to.equal(null);
    expect(loadInWords('空调每周3次多少钱')?.timesAWeek).to.equal(3);
  });

  it('never says what cannot be reckoned with', () => {
    const piece = fc.constantFrom(
      '空调',
      '多少钱',
      'how much',
      'ev',
      '99999',
      '小时',
      '半',
      '十',
      'kw',
      '匹',
      '度电',
      '次每周',
      '台',
      ' ',
      '3',
      '0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const said = loadInWords(pieces.join(''));
        if (said === null) return;
        for (const value of [said.watts, said.kwh, said.timesAWeek])
          if (value !== null) expect(value).to.be.above(0).and.below(1e9);
        if (said.minutes !== null) expect(said.minutes).to.be.within(1, 1440);
        if (said.fromHour !== null) expect(said.fromHour).to.be.within(0, 23);
        expect(said.count).to.be.within(1, 20);
      }),
    );
  });
});
