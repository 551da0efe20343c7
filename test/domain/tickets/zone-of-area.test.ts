import { expect } from 'chai';
import { zoneOfArea } from '../../../domain/tickets/zone-of-area.ts';

describe('the zone of an area', () => {
  const settled = [{ code: '441900101', zone: 'remote' }] as const;

  it('is what the utility has settled, whatever its premises are', () => {
    expect(zoneOfArea('441900101', settled, { urban: 9 })).to.deep.equal({ zone: 'remote', basis: 'profile' });
  });

  it('is that of most premises, and how many those are', () => {
    expect(zoneOfArea('441900102', settled, { urban: 2, rural: 5, remote: 1 })).to.deep.equal({
      zone: 'rural',
      basis: 'premises',
      share: { of: 8, count: 5 },
    });
  });

  it('is the one with the shortest terms where as many are in two', () => {
    expect(zoneOfArea('441900102', settled, { remote: 3, rural: 3 })?.zone).to.equal('rural');
    expect(zoneOfArea('441900102', settled, { remote: 1, urban: 1, rural: 1 })?.zone).to.equal('urban');
  });

  it('is not known where nobody is supplied', () => {
    expect(zoneOfArea('441900102', settled, {})).to.equal(null);
  });
});
