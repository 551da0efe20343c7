import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { clientAddress, trustedProxies } from '../../../channels/http/client-address.ts';

const proxies = trustedProxies(['10.0.0.0/8', '2001:db8::1']);

function from(remoteAddress: string, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return clientAddress({ socket: { remoteAddress }, headers } as unknown as IncomingMessage, proxies);
}

describe('the address of a caller', () => {
  it('is that of the connection', () => {
    expect(from('203.0.113.9')).to.equal('203.0.113.9');
    expect(from('::ffff:203.0.113.9')).to.equal('203.0.113.9');
  });

  it('is not what a caller makes up', () => {
    expect(from('203.0.113.9', '198.51.100.1')).to.equal('203.0.113.9');
  });

  it('is what a trusted proxy tells', () => {
    expect(from('10.1.2.3', '198.51.100.1')).to.equal('198.51.100.1');
    expect(from('2001:db8::1', '198.51.100.1')).to.equal('198.51.100.1');
  });

  it('is what the outermost trusted proxy tells, whatever stands before it', () => {
    expect(from('10.1.2.3', '1.1.1.1, 198.51.100.1, 10.9.9.9')).to.equal('198.51.100.1');
  });

  it('is that of the connection where the proxy tells nonsense', () => {
    expect(from('10.1.2.3', 'unknown')).to.equal('10.1.2.3');
    expect(from('10.1.2.3', '')).to.equal('10.1.2.3');
  });

  it('knows what is no address when it starts', () => {
    expect(() => trustedProxies(['proxy.example'])).to.throw(RangeError, 'proxy.example');
    expect(() => trustedProxies(['10.0.0.0/99'])).to.throw(RangeError);
  });
});
