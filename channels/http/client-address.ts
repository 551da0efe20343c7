import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Addresses and networks (CIDR) of the proxies in front of us. Throws RangeError on what is neither. */
export function trustedProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    if (family === 0) throw new RangeError(`not an address or network: ${entry}`);
    const type = family === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(bits), type);
  }
  return list;
}

/** Whether the connection comes from a proxy whose forwarding headers may be believed. */
export function isFromProxy(request: IncomingMessage, proxies: BlockList): boolean {
  return isListed(plain(request.socket.remoteAddress), proxies);
}

/**
 * Who is calling: the connection's own address, or, behind trusted proxies, the last address of X-Forwarded-For that is
 * not one of theirs. What a caller writes further left in it is never believed.
 */
export function clientAddress(request: IncomingMessage, proxies: BlockList): string {
  const direct = plain(request.socket.remoteAddress);
  if (!isListed(direct, proxies)) return direct;
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).slice(-2000).split(',').map(plain);
  for (const address of forwarded.reverse()) {
    if (isIP(address) === 0) return direct;
    if (!isListed(address, proxies)) return address;
  }
  return direct;
}

function isListed(address: string, proxies: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Without the IPv6 spelling of an IPv4 address. */
function plain(address: string | undefined): string {
  return (address ?? '').trim().replace(/^::ffff:(?=\d+\.)/i, '');
}
