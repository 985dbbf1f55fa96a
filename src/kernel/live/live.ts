import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Context } from '#context';

/** One thing that changed, told to open screens: what and its ids, never its content. */
export interface LiveUpdate {
  topic: string;
  ids: Record<string, string>;
}

export interface Live {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** @returns a function that ends the subscription */
  subscribe(workspaceId: string, receive: (update: LiveUpdate) => void): () => void;
}

// Longer payloads than 8,000 bytes are refused by NOTIFY, so only ids travel.
const CHANNEL = 'playbookos_live';
const RECONNECT_MS = 1_000;

/** Tells open screens about a change when the caller's transaction commits. */
export async function notify(
  ctx: Pick<Context, 'db' | 'workspace'>,
  topic: string,
  values: object = {},
): Promise<void> {
  const ids = Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => (name === 'id' || name.endsWith('Id')) && typeof value === 'string',
    ),
  );
  const message = JSON.stringify({ workspaceId: ctx.workspace.id, topic, ids });
  await ctx.db.execute(sql`select pg_notify(${CHANNEL}, ${message})`);
}

/** One LISTEN connection that fans out to every open stream of this process. */
export function buildLive(directUrl: string, log: Logger): Live {
  const receivers = new Map<string, Set<(update: LiveUpdate) => void>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const fanOut = (message: string) => {
    const { workspaceId, topic, ids } = JSON.parse(message) as LiveUpdate & { workspaceId: string };
    for (const receive of receivers.get(workspaceId) ?? []) receive({ topic, ids });
  };
  // After a gap nobody knows what was missed: every screen reads anew.
  const tellAllToReload = () => {
    for (const set of receivers.values())
      for (const receive of set) receive({ topic: 'reconnected', ids: {} });
  };
  const listen = async (again: boolean) => {
    const next = new pg.Client({ connectionString: directUrl, application_name: 'playbookos live' });
    const retry = () => {
      if (client === next) client = undefined;
      if (stopped || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        void listen(true);
      }, RECONNECT_MS);
    };
    next.on('error', (error) => log.warn({ err: error }, 'live updates lost their connection'));
    next.on('end', retry);
    next.on('notification', ({ payload }) => payload && fanOut(payload));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      client = next;
      if (again) tellAllToReload();
    } catch (error) {
      log.warn({ err: error }, 'live updates cannot connect');
      retry();
    }
  };

  return {
    start: () => listen(false),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
    subscribe(workspaceId, receive) {
      const set = receivers.get(workspaceId) ?? new Set();
      receivers.set(workspaceId, set.add(receive));
      return () => {
        set.delete(receive);
        if (set.size === 0) receivers.delete(workspaceId);
      };
    },
  };
}
