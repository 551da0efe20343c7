import { expect } from 'chai';
import { placeWishIn } from '../../../dialogs/places/place-wish.ts';

describe('what is wished of a place to pay', () => {
  for (const [words, services] of [
    ['能用现金交的', ['cash']],
    ['where can I pay in cash', ['cash']],
    ['哪里可以刷卡', ['card']],
    ['do they take cards', ['card']],
    ['有自助缴费机吗', ['machine']],
    ['a machine that takes cash', ['cash', 'machine']],
    ['哪个营业厅能办过户', ['new_service']],
    ['where can I apply for a new connection', ['new_service']],
    ['可以开发票的', ['invoice']],
    ['附近哪里交电费', []],
  ] as const) {
    it(`is ${services.join(' and ') || 'nothing'} in “${words}”`, () => {
      expect(placeWishIn(words).services).to.deep.equal(services);
    });
  }

  it('is near a landmark of some kind, or near home', () => {
    expect(placeWishIn('寮步的医院附近').landmark).to.equal('hospital');
    expect(placeWishIn('near the bus station').landmark).to.equal('station');
    expect(placeWishIn('街市旁边').landmark).to.equal('market');
    expect(placeWishIn('我家附近').home).to.equal(true);
    expect(placeWishIn('屋企附近').home).to.equal(true);
    expect(placeWishIn('close to my house').home).to.equal(true);
    expect(placeWishIn('附近').home).to.equal(false);
  });
});
