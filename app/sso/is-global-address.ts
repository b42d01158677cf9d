import { BlockList, isIP } from 'node:net';

/** IPv4 ranges that are not globally reachable, and those whose packets end up elsewhere than they say. */
const IPV4_KEPT_OUT = [
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
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of 2000::/3, which alone is global unicast: protocol assignments with Teredo, documentation, 6to4. */
const IPV6_KEPT_OUT = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const keptOut = listOf(IPV4_KEPT_OUT, 'ipv4');
const ipv6KeptOut = listOf(IPV6_KEPT_OUT, 'ipv6');
const ipv6Global = listOf(['2000::/3'], 'ipv6');

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

/**
 * Whether a numeric address is one of the public internet. Whatever is no address, has a zone, or carries an IPv4
 * address inside IPv6 is not. Source: the special-purpose address registries of IANA; security.md 1.16.
 */
export function isGlobalAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !keptOut.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return ipv6Global.check(address, 'ipv6') && !ipv6KeptOut.check(address, 'ipv6');
}
