import { expect } from 'chai';
import { coarseAddress } from '../../../domain/accounts/coarse-address.ts';
import { deviceName } from '../../../domain/accounts/device-name.ts';
import { rolesFromClaim } from '../../../domain/accounts/roles-from-claim.ts';

describe('where somebody signs in from', () => {
  it('is told by network, not by machine', () => {
    expect(coarseAddress('203.0.113.77')).to.equal('203.0.113.*');
    expect(coarseAddress('::ffff:203.0.113.77')).to.equal('203.0.113.*');
    expect(coarseAddress('2001:DB8:12:34:56:78:9a:bc')).to.equal('2001:db8:12::*');
    expect(coarseAddress('2001:db8::1')).to.equal('2001:db8:0::*');
    expect(coarseAddress('::1')).to.equal('0:0:0::*');
    for (const nonsense of ['', 'localhost', '<b>', '999', 'x'.repeat(500)])
      expect(coarseAddress(nonsense)).to.equal('');
  });

  it('is told by browser and system, and by nothing that a header says beyond', () => {
    const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36';
    expect(deviceName(chrome)).to.equal('Chrome · Linux');
    expect(deviceName(`${chrome} Edg/143.0`)).to.equal('Edge · Linux');
    const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1';
    expect(deviceName(safari)).to.equal('Safari · iOS');
    expect(deviceName('<script>alert(1)</script>')).to.equal('');
    expect(deviceName(undefined)).to.equal('');
  });
});

describe('roles by a provider’s groups', () => {
  const byGroup = new Map([
    ['agents', ['agent'] as const],
    ['leads', ['supervisor', 'agent'] as const],
  ]);

  it('are those of every group that is known, each once', () => {
    expect(rolesFromClaim(['leads', 'agents', 'other'], byGroup)).to.deep.equal(['supervisor', 'agent']);
    expect(rolesFromClaim('agents', byGroup)).to.deep.equal(['agent']);
  });

  it('are none where the claim is anything else', () => {
    for (const claim of [undefined, null, 1, {}, [[]], [{ name: 'agents' }], 'agents leads', '']) {
      expect(rolesFromClaim(claim, byGroup)).to.deep.equal([]);
    }
  });
});
