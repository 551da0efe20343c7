import { expect } from 'chai';
import fc from 'fast-check';
import { webhookTargets } from '../../../channels/webhooks/webhook-target.ts';

const outside = webhookTargets({ networks: [], loopback: false });
const inside = webhookTargets({ networks: ['10.20.0.0/16', 'fd00:1::/32'], loopback: false });
const here = webhookTargets({ networks: [], loopback: true });

describe('where webhooks may go', () => {
  it('is the open internet over https', () => {
    expect(outside.problemWith('https://oms.example.com/hooks?x=1')).to.equal(null);
    expect(outside.problemWith('https://93.184.216.34:8443/')).to.equal(null);
    expect(outside.problemWith('http://oms.example.com/')).to.equal('not_https');
    expect(outside.problemWith('https://user:word@oms.example.com/')).to.equal('not_a_url');
    for (const text of ['', 'oms', 'ftp://x', 'https://', 'file:///etc/passwd']) {
      expect(outside.problemWith(text), text).to.be.oneOf(['not_a_url', 'not_https']);
    }
  });

  it('is nothing that only machines nearby reach, however it is written', () => {
    const hidden = [
      ...['127.0.0.1', '127.9.9.9', '2130706433', '0x7f.1', '0.0.0.0', '10.0.0.1', '172.31.255.1', '192.168.1.1'],
      ...['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd12::1]'],
      ...['[::ffff:127.0.0.1]', '[::ffff:a9fe:a9fe]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'],
    ];
    for (const host of hidden) expect(outside.problemWith(`https://${host}/`), host).to.equal('address_not_allowed');
  });

  it('is a network inside the utility only where the profile says so', () => {
    expect(inside.problemWith('https://10.20.3.4/')).to.equal(null);
    expect(inside.problemWith('https://[::ffff:10.20.3.4]/')).to.equal(null);
    expect(inside.problemWith('https://[fd00:1::9]/')).to.equal(null);
    expect(inside.problemWith('https://10.21.0.1/')).to.equal('address_not_allowed');
    expect(inside.problemWith('http://10.20.3.4/')).to.equal('not_https');
  });

  it('is this machine, over http too, only where it serves itself alone', () => {
    expect(here.problemWith('http://127.0.0.1:9/')).to.equal(null);
    expect(here.problemWith('http://localhost:9/')).to.equal(null);
    expect(here.problemWith('http://10.0.0.1/')).to.equal('not_https');
    expect(here.problemWith('https://10.0.0.1/')).to.equal('address_not_allowed');
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.ipV6().map((ip) => `https://[${ip}]/`),
        ),
        (text) => {
          outside.problemWith(text);
        },
      ),
    );
  });

  it('is held to what a name leads to, when it is looked up', async () => {
    const lookUp = (targets: typeof outside, all: boolean) =>
      new Promise<unknown>((resolve) => {
        targets.lookup('localhost', { all }, (error, address) => resolve(error ? error.code : address));
      });
    expect(await lookUp(outside, true)).to.equal('address_not_allowed');
    expect(await lookUp(outside, false)).to.equal('address_not_allowed');
    expect(await lookUp(here, false)).to.be.oneOf(['127.0.0.1', '::1']);
    expect(await lookUp(here, true)).to.be.an('array').that.is.not.empty;
  });
});
