import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
const NAT64_LOCAL = ipaddr.parseCIDR('64:ff9b:1::/48') as [ipaddr.IPv6, number];
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];

/**
 * Whether an IP address belongs to an ordinary machine on the public internet. An allow list: what is not
 * known to be public (loopback, private, link-local, CGNAT, multicast, documentation, tunnels …) is not.
 * Addresses that carry an IPv4 address inside (mapped, NAT64) are judged by the one inside.
 */
export function isPublicAddress(address: string): boolean {
  // A zone ("fe80::1%eth0") only exists for addresses of the own network.
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv4 ? isPublicIPv4(parsed) : isPublicIPv6(parsed as ipaddr.IPv6);
}

const isPublicIPv4 = (address: ipaddr.IPv4): boolean => address.range() === 'unicast';

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIPv4(address.toIPv4Address());
  const bytes = address.toByteArray();
  if (address.match(NAT64)) return isPublicIPv4(new ipaddr.IPv4(bytes.slice(12)));
  if (address.match(NAT64_LOCAL)) {
    // RFC 6052 with a /48 prefix: the IPv4 address stands around byte 8, everything else must be zero.
    const rest = [bytes[8], ...bytes.slice(11)];
    const inside = [...bytes.slice(6, 8), ...bytes.slice(9, 11)];
    return rest.every((byte) => byte === 0) && isPublicIPv4(new ipaddr.IPv4(inside));
  }
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}

/** Whether a host is an IP address literal (brackets of a URL are ignored). */
export const isLiteral = (host: string): boolean => ipaddr.isValid(bare(host));

/** Without the brackets a URL puts around IPv6 and without the root's dot. */
export function bare(host: string): string {
  const unbracketed = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return unbracketed.replace(/\.$/, '').toLowerCase();
}

/** One spelling per address, so that `::1` and `0:0:0:0:0:0:0:1` compare equal. */
export function canonical(host: string): string {
  const name = bare(host);
  return ipaddr.isValid(name) ? ipaddr.parse(name).toNormalizedString() : name;
}
