import type { Clock } from '#context';
import { failing, resting } from './refusals.ts';

/** Remembers how other people's servers are doing, so that we do not pester one that is down or asked for rest. */
export interface Hosts {
  /** @throws OutboundRefused `resting` or `failing` when the host is to be left alone for now */
  admit(key: string, host: string): void;
  succeeded(key: string): void;
  /** Counts towards opening the breaker. */
  failed(key: string): void;
  /** The host said when to come back. */
  rest(key: string, until: Date): void;
  state(key: string): 'closed' | 'open' | 'half-open' | 'resting';
}

interface Health {
  failures: number;
  openUntil: number;
  openedTimes: number;
  probing: boolean;
  restUntil: number;
}

const FAILURES_TO_OPEN = 5;
const FIRST_BREAK_MS = 30_000;
const LONGEST_BREAK_MS = 10 * 60_000;
const MOST_HOSTS = 5_000;

/** A breaker per host: five failures in a row open it for 30 s, then one probe decides; breaks double up to 10 min. */
export function buildHosts(clock: Clock): Hosts {
  const known = new Map<string, Health>();
  const now = () => clock.now().getTime();
  const get = (key: string): Health => {
    let health = known.get(key);
    if (!health) {
      if (known.size >= MOST_HOSTS) known.delete(known.keys().next().value ?? '');
      health = { failures: 0, openUntil: 0, openedTimes: 0, probing: false, restUntil: 0 };
      known.set(key, health);
    }
    return health;
  };
  return {
    admit(key, host) {
      const health = known.get(key);
      if (!health) return;
      if (health.restUntil > now()) throw resting(host, new Date(health.restUntil));
      if (health.openedTimes === 0) return;
      if (health.openUntil > now() || health.probing)
        throw failing(host, new Date(Math.max(health.openUntil, now() + 1000)));
      health.probing = true;
    },
    succeeded(key) {
      known.delete(key);
    },
    failed(key) {
      const health = get(key);
      health.failures += 1;
      const probeFailed = health.probing;
      health.probing = false;
      if (!probeFailed && health.failures < FAILURES_TO_OPEN) return;
      health.openUntil = now() + Math.min(FIRST_BREAK_MS * 2 ** health.openedTimes, LONGEST_BREAK_MS);
      health.openedTimes += 1;
      health.failures = 0;
    },
    rest(key, until) {
      const health = get(key);
      health.probing = false;
      health.restUntil = Math.max(health.restUntil, until.getTime());
    },
    state(key) {
      const health = known.get(key);
      if (!health) return 'closed';
      if (health.restUntil > now()) return 'resting';
      if (health.openedTimes === 0) return 'closed';
      return health.openUntil > now() ? 'open' : 'half-open';
    },
  };
}
