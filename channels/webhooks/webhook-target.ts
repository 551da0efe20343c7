import { type LookupAddress, lookup as lookUpName } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface TargetRules {
  /** Networks inside the utility (CIDR) that may be written to. */
  readonly networks: readonly string[];
  /** This machine itself, over http too: where only this machine reaches us anyway. */
  readonly loopback: boolean;
}

/** Where webhooks may go. Their addresses are set by operators, and yet must not open what only this machine reaches. */
export interface WebhookTargets {
  /** What is wrong with an address as it is written; null where nothing is. */
  problemWith(url: string): 'not_a_url' | 'not_https' | 'address_not_allowed' | null;
  /**
   * Names are looked up by this, and connected to as it answers: what was checked is what is connected to. Fails with
   * AddressNotAllowed where any of a name's addresses is none of the allowed.
   */
  readonly lookup: LookupFunction;
}

export function webhookTargets({ networks, loopback }: TargetRules): WebhookTargets {
  const own = blockListOf(networks);
  const mayReach = (address: string) => {
    const [plain, family] = plainAddress(address);
    if (own.check(plain, family)) return true;
    if (LOOPBACK.check(plain, family)) return loopback;
    return !SPECIAL.check(plain, family);
  };
  return {
    problemWith(text) {
      const url = URL.parse(text);
      if (!url?.hostname || url.username || url.password) return 'not_a_url';
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const here = host === 'localhost' || (isIP(host) > 0 && LOOPBACK.check(...plainAddress(host)));
      if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here && loopback)) return 'not_https';
      return isIP(host) > 0 && !mayReach(host) ? 'address_not_allowed' : null;
    },
    lookup(hostname, options, callback) {
      lookUpName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
        if (error) return callback(error, '');
        const bad = addresses.find(({ address }) => !mayReach(address));
        const [first] = addresses;
        if (bad || !first) return callback(new AddressNotAllowed(hostname), '');
        return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
      });
    },
  };
}

/** A name that leads to where webhooks must not go. */
export class AddressNotAllowed extends Error {
  readonly code = 'address_not_allowed';
  constructor(hostname: string) {
    super(`${hostname} leads to an address that webhooks must not go to`);
    this.name = 'AddressNotAllowed';
  }
}

/** Addresses that are not public: IANA's registries of special-purpose addresses (RFC 6890) and multicast. */
const SPECIAL = blockListOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]);
const LOOPBACK = blockListOf(['127.0.0.0/8', '::1/128']);

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** An IPv4 address in IPv6's spelling is the IPv4 address that it leads to. */
function plainAddress(address: string): [string, 'ipv4' | 'ipv6'] {
  if (isIP(address) === 4) return [address, 'ipv4'];
  const mapped = /^::ffff:(?:([\da-f]{1,4}):([\da-f]{1,4})|([\d.]+))$/i.exec(address);
  if (!mapped) return [address, 'ipv6'];
  const [, high, low, dotted] = mapped;
  if (dotted !== undefined) return [dotted, 'ipv4'];
  const bits = (Number.parseInt(high ?? '0', 16) << 16) | Number.parseInt(low ?? '0', 16);
  return [[24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.'), 'ipv4'];
}
