import type { Logger } from 'pino';
import type { Ai } from '#kernel/ai';
import type { Outbound, Vault } from '#kernel/connectors';
import type { Database, Transaction } from '#kernel/database';
import type { Identity } from '#kernel/identity';
import type { Live } from '#kernel/live';
import type { Mail } from '#kernel/mail';
import type { Slots } from '#kernel/pages';
import type { Payments } from '#kernel/payments';
import type { Storage } from '#kernel/storage';
import type { Facts } from '#kernel/tracking';

/** Time is passed in, never read in the middle of logic. */
export interface Clock {
  now(): Date;
}

/** One expert business: the wall that row-level security keeps. */
export interface Workspace {
  id: string;
  /** Null only for the system workspace. */
  organizationId: string | null;
  slug: string;
  name: string;
  kind: 'normal' | 'sample' | 'system';
  timeZone: string;
  currency: string;
}

/** Who acts. Kept with every event and audit entry. */
export type Actor =
  | { kind: 'user'; userId: string; name: string; email: string; role: string }
  | { kind: 'key'; keyId: string; name: string }
  | { kind: 'reader'; leadId: string | null }
  | { kind: 'system'; name: string };

/** The program itself acting, named for what it does. */
export const system = (name: string): Actor => ({ kind: 'system', name });

/** Plain values that follow from the configuration. */
export interface Settings {
  /** Without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  /** Whether this installation is reachable only from its own machine. */
  loopbackOnly: boolean;
  planLimits: boolean;
  uploadLimitBytes: number;
  aiMonthlyBudgetCents: number;
  /** Key for signatures (reader cookie, tokens); never for encryption at rest. */
  signingKey: string;
}

/** The services made once at the start, behind every context. */
export interface Platform {
  settings: Settings;
  database: Database;
  clock: Clock;
  log: Logger;
  identity: Identity;
  mail: Mail;
  payments: Payments;
  ai: Ai;
  storage: Storage;
  outbound: Outbound;
  vault: Vault;
  facts: Facts;
  slots: Slots;
  live: Live;
}

/** What every verb receives. One request or job is one transaction, opened at its edge. */
export interface Context {
  db: Transaction;
  workspace: Workspace;
  actor: Actor;
  clock: Clock;
  log: Logger;
  correlationId: string;
  platform: Platform;
}
