import { expect } from 'chai';
import { createTownMask } from '../../../nlu/places/create-town-mask.ts';

describe('masking towns', () => {
  const mask = createTownMask();

  it('makes messages alike that differ by the town', () => {
    expect(mask('寮步停电了')).to.equal(mask('虎门停电了')).and.to.equal('某某停电了');
    expect(mask('power is out in humen')).to.equal('power is out in qqqqq');
  });

  it('keeps every place in the text', () => {
    const text = 'no light in songshan lake, 大岭山 either';
    expect(mask(text)).to.have.length(text.length).and.to.equal('no light in qqqqqqqqqqqqq, 某某某 either');
  });

  it('leaves words alone that hold a name', () => {
    expect(mask('humenity changes')).to.equal('humenity changes');
  });
});
