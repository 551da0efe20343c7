import { expect } from 'chai';
import { countText, pictureFacts } from '../../../../../web/desk/dispatch/picture/picture-facts.ts';
import { device } from './feeders.ts';

describe('the caption of a picture', () => {
  it('counts customers in the dark once, however deep the fault', () => {
    const devices = [
      device('breaker', { customersBelow: 100 }),
      device('fuse', { parentId: 'breaker', customersBelow: 40, state: 'probable', reports: 0.4 }),
      device('line', { parentId: 'fuse', customersBelow: 10, state: 'failed', reports: 1.2, folded: 5 }),
      device('other', { parentId: 'breaker', customersBelow: 60, hasPower: 2 }),
    ];
    expect(pictureFacts({ devices })).to.deep.equal({
      devices: 9,
      customers: 100,
      reports: 2,
      hasPower: 2,
      dark: 40,
      states: ['failed', 'probable', 'live'],
    });
  });

  it('writes expected numbers as whole ones', () => {
    expect([0, 0.2, 0.8, 1.4, 11.6].map(countText)).to.deep.equal(['0', '<1', '1', '1', '12']);
  });
});
