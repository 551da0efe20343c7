import { expect } from 'chai';
import demoProfile from '../../../data/profile/demo.json' with { type: 'json' };
import { loadProfile } from '../../../data/profile/profile-schema.ts';
import { loadInWords } from '../../../dialogs/money/load-in-words.ts';
import { plannedLoad } from '../../../dialogs/money/planned-load.ts';
import { APPLIANCES } from '../../../domain/billing/appliances.ts';
import { fractionOf } from '../../../domain/billing/fraction.ts';

const { appliances } = loadProfile(demoProfile);

function plan(text: string, known = appliances) {
  const said = loadInWords(text);
  return said && plannedLoad(said, known);
}

describe('a load to reckon with', () => {
  it('takes what was said, and the profile’s figures for what was not', () => {
    expect(plan('how much is an air conditioner')).to.deep.include({
      load: { watts: 1100, minutes: 480, fromHour: 22, days: fractionOf(30) },
      assumed: { watts: true, minutes: true },
    });
    expect(plan('2 kW 的空调白天开 3 小时多少钱')).to.deep.include({
      load: { watts: 2000, minutes: 180, fromHour: 10, days: fractionOf(30) },
      assumed: { watts: false, minutes: false },
    });
  });

  it('turns kWh that were named into time at the appliance’s power', () => {
    // 21 kWh at 7 kW are three hours.
    expect(plan('给车充21度电要多少钱')?.load.minutes).to.equal(180);
  });

  it('multiplies by how many there are', () => {
    expect(plan('两台空调开8小时要多少钱')?.load.watts).to.equal(2200);
  });

  it('is not made up where the profile does not know the appliance', () => {
    expect(plan('开空调每天8小时要多少钱', [])).to.equal(null);
  });

  it('can be made for every appliance of the demo profile', () => {
    expect(appliances.map(({ id }) => id)).to.have.members([...APPLIANCES]);
  });
});
