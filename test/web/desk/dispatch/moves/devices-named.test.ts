import { expect } from 'chai';
import { devicesNamed } from '../../../../../web/desk/dispatch/moves/devices-named.ts';

const devices = Array.from({ length: 10_000 }, (_, at) => ({ id: `D${at}`, name: `石步支线 #${at}杆` }));

describe('looking for a device by name', () => {
  it('takes several words in any order', () => {
    expect(devicesNamed(devices, ' #777杆 石步 ', '').map(({ id }) => id)).to.deep.equal(['D777']);
    expect(devicesNamed(devices, 'nowhere', '')).to.deep.equal([]);
  });

  it('stays short enough to look through, with the chosen one in it', () => {
    const found = devicesNamed(devices, '', 'D9999');
    expect(found).to.have.length(201);
    expect(found[0]?.id).to.equal('D9999');
    expect(devicesNamed(devices, '', 'D3')).to.have.length(200);
  });
});
