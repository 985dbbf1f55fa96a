import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = join(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'playbookos-start-'));
const started: ChildProcess[] = [];
let port: number;

/** One `npm start`, in a process group of its own as in a terminal. */
class Program {
  said = '';
  readonly child: ChildProcess;

  constructor(env: Record<string, string> = {}) {
    this.child = spawn('npm', ['start'], {
      cwd: root,
      env: environment(env),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(this.child);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (piece: Buffer) => {
        this.said += piece;
      });
    }
  }

  async ready(): Promise<this> {
    const ready = () =>
      expect(this.child.exitCode === null && this.said, this.said).toMatch(
        `PlaybookOS is ready at http://localhost:${port}\n`,
      );
    await vi.waitFor(ready, { timeout: 90_000, interval: 20 });
    return this;
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  /** As a supervisor of services would: to npm alone. */
  async terminate(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended();
  }

  async kill(): Promise<void> {
    process.kill(-(this.child.pid ?? 0), 'SIGKILL');
    await this.ended();
  }
}

const environment = (more: Record<string, string> = {}) => {
  const { VITEST: _vitest, NODE_ENV: _mode, NODE_OPTIONS: _options, ...inherited } = process.env;
  return { ...inherited, PORT: String(port), DATA_DIR: dataDir, SAMPLE: 'off', ...more };
};

const command = (...words: string[]) =>
  spawnSync('npm', ['run', '--silent', 'playbookos', '--', ...words], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
  });

const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).json();

/** Processes that name the data folder, as PostgreSQL does. */
const processesLeft = () =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir);
      } catch {
        return false;
      }
    });

const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  beforeAll(async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    port = (probe.address() as { port: number }).port;
    probe.close();
  });
  afterAll(() => {
    const running = started.flatMap(({ pid, exitCode, signalCode }) =>
      pid && exitCode === null && !signalCode ? [-pid] : [],
    );
    for (const pid of [...running, ...processesLeft().map(Number)]) process.kill(pid, 'SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('serves, answers commands beside it, refuses a second start and stops without a trace', async () => {
    const program = await new Program().ready();
    expect(await health()).toMatchObject({ status: 'healthy' });

    const doctor = command('doctor');
    expect(doctor.stdout).toContain('Nothing is wrong.');
    expect(doctor.status).toBe(0);

    const second = new Program();
    expect(await second.ended()).not.toBe(0);
    expect(second.said).toMatch(/PlaybookOS could not start: Another PlaybookOS \(pid \d+\) is using .+\n/);
    expect(await health()).toMatchObject({ status: 'healthy' });

    expect(await program.terminate()).toBe(0);
    await expect(health()).rejects.toThrow();
    expect(processesLeft()).toEqual([]);
  });

  it('starts again within five seconds and stops on Ctrl-C', async () => {
    const before = performance.now();
    const program = await new Program().ready();
    expect(performance.now() - before).toBeLessThan(5_000);
    // The terminal sends it to npm, the launcher and the program alike.
    process.kill(-(program.child.pid ?? 0), 'SIGINT');
    expect(await program.ended()).toBe(0);
    expect(processesLeft()).toEqual([]);
  });

  it('recovers by itself after the program, and then its database too, were killed', async () => {
    await (await new Program().ready()).kill();
    expect(processesLeft()).not.toEqual([]);
    const orphaned = await new Program().ready();
    expect(await health()).toMatchObject({ status: 'healthy' });
    process.kill(postmaster(), 'SIGKILL');
    await orphaned.kill();
    const recovered = await new Program().ready();
    expect(await health()).toMatchObject({ status: 'healthy' });
    expect(await recovered.terminate()).toBe(0);
    expect(processesLeft()).toEqual([]);
  });

  it('heals by itself when PostgreSQL dies under it', async () => {
    const program = await new Program().ready();
    process.kill(postmaster(), 'SIGKILL');
    await vi.waitFor(async () => expect(await health()).toMatchObject({ status: 'healthy' }), {
      timeout: 30_000,
      interval: 50,
    });
    expect(program.child.exitCode).toBeNull();
    expect(await program.terminate()).toBe(0);
  });

  it('names the variable that is wrong and does not start', async () => {
    const program = new Program({ PORT: 'seventy' });
    expect(await program.ended()).toBe(1);
    expect(program.said).toContain('PORT must be');
  });

  it('answers commands without a running program, and says what it does not understand', () => {
    const migrated = command('migrate');
    expect(migrated.stdout.trim()).toBe('The schema is up to date.');
    expect(processesLeft()).toEqual([]);
    const missing = command('api-key', 'create', '--workspace', 'nowhere', '--name', 'test');
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('There is no workspace "nowhere".');
    expect(missing.stdout).toBe('');
    expect(command('dance').stderr).toContain('There is no command "dance".');
  });
});
