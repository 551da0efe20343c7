import { expect } from 'chai';
import { fillMasks } from '../../../domain/learning/fill-masks.ts';
import { MASK, maskPersonal } from '../../../domain/privacy/mask-personal.ts';

describe('filling the masks of a text', () => {
  const text = '我叫张小明，户号0312345678901234，电话 138 0013 8000，寮步镇3栋302没电';
  const masked = maskPersonal(text, { places: ['寮步镇3栋302'] });

  it('gives a text of the same shape, in which nothing of the first is left', () => {
    const filled = fillMasks(masked, 'a').text;
    expect(filled).to.match(/^我叫XXX，户号\d{16}，电话 13\d \d{4} \d{4}，寮步镇[1-9]栋[1-9]\d\d没电$/);
    expect(filled).not.to.include('0312345678901234').and.not.to.include('张小明');
  });

  it('gives the same for the same seed, and another for another', () => {
    expect(fillMasks(masked, 'a').text).to.equal(fillMasks(masked, 'a').text);
    expect(fillMasks(masked, 'a').text).not.to.equal(fillMasks(masked, 'b').text);
  });

  it('carries pieces and numbers of the masked text over', () => {
    const filled = fillMasks(masked, 'a');
    expect(filled.text).to.include(filled.pieceOf(`寮步镇${MASK}栋${MASK.repeat(3)}`));
    expect(filled.text.replaceAll(' ', '')).to.include(filled.numberOf(11));
    expect(filled.numberOf(16)).to.match(/^\d{16}$/);
    expect([filled.numberOf(8), filled.pieceOf('东城'), filled.pieceOf('')]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes a name for no number', () => {
    const filled = fillMasks(maskPersonal('my name is Charles, 8613800'), 'a');
    expect(filled.text).to.match(/^my name is XXXXXXX, \d{7}$/);
    expect(filled.numberOf(7)).to.equal(filled.text.slice(-7));
    expect(fillMasks(maskPersonal('my name is Charles'), 'a').numberOf(7)).to.equal(undefined);
  });

  it('leaves a text without masks alone', () => {
    expect(fillMasks('停电了', 'a').text).to.equal('停电了');
  });
});
