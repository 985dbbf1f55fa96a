import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Context, type Platform, system, type Workspace } from '#context';
import { connect, inWorkspace } from '#kernel/database';
import type { App } from '#kernel/http';
import { createFirstOwner } from '#kernel/identity';
import type { Worker } from '#kernel/jobs';
import { assemble } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { TestClock } from './clock.ts';
import { cloneDatabase } from './database.ts';

/** A whole program over a database of its own, with one organization, one workspace and its owner. */
export interface TestHouse {
  app: App;
  platform: Platform;
  worker: Worker;
  clock: TestClock;
  workspace: Workspace;
  owner: { userId: string; email: string; headers: Record<string, string> };
  apiKey: string;
  /** Runs work behind the wall of the house's workspace, in one transaction. */
  inWorkspace<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  /** Brings due whatever is due by the house's clock and runs jobs until nothing is left. */
  settle(): Promise<void>;
  /** Calls the API as the owner's key. */
  call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A second workspace in an organization of its own, with a key. */
  neighbour(): Promise<{ workspace: Workspace; apiKey: string; owner: { userId: string } }>;
  /** Starts listening on a free port. @returns the address */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the API answers
  body: any;
  headers: Record<string, unknown>;
  text: string;
}

interface Options {
  /** The tests call faster than people do; set for tests of the limit. */
  callsPerMinute?: number;
  env?: Record<string, string>;
  clock?: Date | string;
}

/** Opens a house for one test file. Close it in `afterAll`. */
export async function openHouse({
  env = {},
  clock: start,
  callsPerMinute = 1_000_000,
}: Options = {}): Promise<TestHouse> {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'playbookos-house-'));
  await chmod(dataDir, 0o755);
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const config = loadConfig({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SAMPLE: 'off',
    PORT: '0',
    PUBLIC_URL: 'http://localhost:3000',
    ...env,
  });
  const pools = connect({ url: database.url }, log, 10);
  const clock = new TestClock(start);
  const house = await assemble(config, { database: pools, log, clock, callsPerMinute });
  await house.open();
  const { app, platform, worker } = house;
  const { owner, workspace } = await createFirstOwner(platform.identity, {
    email: 'owner@tallowgate.example',
    name: 'Anouk Verrin',
    password: 'correct horse battery staple',
    workspace: 'Tallowgate',
    slug: 'tallowgate',
  });
  const apiKey = (await platform.identity.createApiKey({ workspaceId: workspace.id, name: 'test' })).key;
  const session = await platform.identity.openSession(owner.userId);
  const cookie = session.cookies.map((line) => line.split(';')[0]).join('; ');

  return {
    app,
    platform,
    worker,
    clock,
    workspace,
    owner: {
      userId: owner.userId,
      email: owner.email,
      headers: {
        cookie,
        'x-workspace': workspace.slug,
        origin: 'http://localhost:3000',
        host: 'localhost:3000',
      },
    },
    apiKey,
    inWorkspace: (work) => inWorkspace(platform, { workspaceId: workspace.id, actor: system('test') }, work),
    settle: () => worker.settle(clock.now()),
    async call(method, url, body, headers = {}) {
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: { authorization: `Bearer ${apiKey}`, ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      return {
        status: answer.statusCode,
        body: parsed(answer.payload),
        headers: answer.headers,
        text: answer.payload,
      };
    },
    async neighbour() {
      const made = await createFirstOwner(platform.identity, {
        email: 'neighbour@otherplace.example',
        name: 'Noor Tamberlin',
        workspace: 'Other place',
        slug: 'other-place',
      });
      const { key } = await platform.identity.createApiKey({
        workspaceId: made.workspace.id,
        name: 'neighbour',
      });
      return { workspace: made.workspace, apiKey: key, owner: made.owner };
    },
    async listen() {
      await app.listen({ port: 0, host: '127.0.0.1' });
      const bound = app.server.address();
      return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
    },
    async close() {
      await house.close();
      await pools.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
