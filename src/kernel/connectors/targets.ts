import { lookup } from 'node:dns/promises';
import { canonical, isLiteral, isPublicAddress } from './addresses.ts';
import { notAnAddress, privateTarget, unknownHost, wrongPort } from './refusals.ts';

/** An address that was checked; connect to this one and to no other. */
export interface CheckedAddress {
  address: string;
  family: 4 | 6;
}

/** Looks a name up; all addresses. Replaced in tests. */
export type Resolve = (host: string) => Promise<CheckedAddress[]>;

export interface Targets {
  /**
   * Looks the host up and checks every address it has.
   * @returns the checked addresses, in the resolver's order; never empty
   * @throws OutboundRefused `private_target`, `unknown_host`, `not_an_address`
   */
  check(host: string, port: number): Promise<CheckedAddress[]>;
  /** @throws OutboundRefused `port` when web requests have no business at this port */
  checkWebPort(host: string, port: number): void;
}

// Below 1024 only the web's own ports; above, not the well-known ones of databases, caches, mail and remote control.
const OTHER_SERVICES = new Set([
  1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 5060, 5061, 5432, 5900,
  5984, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 9042, 9200, 9300, 10080, 10250, 11211, 27017,
  27018,
]);

const resolveBySystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/**
 * Decides which hosts may be reached.
 * @param allowPrivateHosts `host:port` pairs inside the own network that may be reached all the same
 */
export function buildTargets(allowPrivateHosts: string[], resolve: Resolve = resolveBySystem): Targets {
  const allowed = new Set(allowPrivateHosts.flatMap(readPair));
  const isAllowed = (host: string, port: number) => allowed.has(`${canonical(host)} ${port}`);
  return {
    async check(host, port) {
      // Canonical, so that the address that was judged is the one that is dialled ("0177.1" is 127.0.0.1).
      const name = canonical(host);
      if (!name || name.includes('%')) throw notAnAddress();
      const found = isLiteral(name) ? [literal(name)] : await resolveName(name, resolve);
      // One private address among several is enough to refuse: the next connection might pick it.
      const open =
        isAllowed(name, port) ||
        found.every(({ address }) => isPublicAddress(address) || isAllowed(address, port));
      if (!open) throw privateTarget();
      return found;
    },
    checkWebPort(host, port) {
      if (port === 80 || port === 443 || isAllowed(host, port)) return;
      if (port < 1024 || OTHER_SERVICES.has(port)) throw wrongPort(port);
    },
  };
}

async function resolveName(name: string, resolve: Resolve): Promise<CheckedAddress[]> {
  // Never ask the outside about names that only exist inside.
  if (name === 'localhost' || name.endsWith('.localhost')) {
    return [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
  }
  let found: CheckedAddress[];
  try {
    found = await resolve(name);
  } catch (error) {
    throw unknownHost(name, error);
  }
  if (found.length === 0) throw unknownHost(name);
  return found;
}

const literal = (name: string): CheckedAddress => ({ address: name, family: name.includes(':') ? 6 : 4 });

function readPair(pair: string): string[] {
  const match = /^(.+):(\d{1,5})$/.exec(pair.trim());
  if (!match?.[1]) return [];
  const host = canonical(match[1]);
  const names = host === 'localhost' ? [host, '127.0.0.1', canonical('::1')] : [host];
  return names.map((name) => `${name} ${match[2]}`);
}
