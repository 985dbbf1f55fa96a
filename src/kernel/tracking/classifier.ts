import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';
import { isDataCentre } from './data-centres.ts';

/** Raised when the rules change; rows keep the version that judged them and can be judged again. */
export const CLASSIFIER_VERSION = 1;

/** What one request shows of itself. */
export interface Evidence {
  userAgent: string;
  method: string;
  ip?: string;
  /** Header names in lower case. */
  headers?: Record<string, string | string[] | undefined>;
}

export type BotReason =
  | 'no user agent'
  | 'user agent'
  | 'head request'
  | 'prefetch'
  | 'burst'
  | 'data centre';

/** Columns that stand beside the raw row. */
export interface Classification {
  isBot: boolean;
  botReason: BotReason | null;
  classifierVersion: number;
}

const PREFETCH_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];
const PREFETCH = /prefetch|prerender|preview/i;

// The pattern is long; the same few browsers ask again and again.
const known = new LRUCache<string, boolean>({ max: 5_000 });

/**
 * Judges whether a machine asked. Deterministic: the same evidence gives the same answer.
 * @param burst whether the visitor asked faster than a person can (see `buildBursts`)
 */
export function classify(evidence: Evidence, burst = false): Classification {
  const botReason = reasonOf(evidence, burst);
  return { isBot: botReason !== null, botReason, classifierVersion: CLASSIFIER_VERSION };
}

function reasonOf({ userAgent, method, ip, headers }: Evidence, burst: boolean): BotReason | null {
  if (userAgent.trim() === '') return 'no user agent';
  if (isBotAgent(userAgent)) return 'user agent';
  if (method.toUpperCase() === 'HEAD') return 'head request';
  if (headers && PREFETCH_HEADERS.some((name) => headers[name] && PREFETCH.test(String(headers[name]))))
    return 'prefetch';
  if (burst) return 'burst';
  if (ip && isDataCentre(ip)) return 'data centre';
  return null;
}

function isBotAgent(userAgent: string): boolean {
  const remembered = known.get(userAgent);
  if (remembered !== undefined) return remembered;
  // A user agent may be 8 kB of anything; nothing beyond the first kilobyte says more.
  const found = isbot(userAgent.slice(0, 1_024));
  known.set(userAgent, found);
  return found;
}
