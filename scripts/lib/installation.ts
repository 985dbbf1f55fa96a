import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './lighthouse.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A program of its own on an empty data folder, as a newcomer starts it, for checks that look from outside. */
export class Installation {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly env: NodeJS.ProcessEnv,
    private readonly dataDir: string,
  ) {}

  /** Resolves when it has said that it is ready. */
  static async start(more: Record<string, string> = {}): Promise<Installation> {
    const dataDir = mkdtempSync(join(tmpdir(), 'playbookos-check-'));
    const port = await freePort();
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...more };
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const installation = new Installation(`http://127.0.0.1:${port}`, child, env, dataDir);
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      if (line.startsWith('PlaybookOS is ready at')) return installation;
    }
    throw new Error('The program ended before it was ready.');
  }

  /** What a command beside it prints. */
  command(...words: string[]): string {
    return execFileSync(process.execPath, ['scripts/playbookos.mjs', ...words], {
      cwd: ROOT,
      env: this.env,
      encoding: 'utf8',
    }).trim();
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
