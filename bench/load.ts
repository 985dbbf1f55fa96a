import { type ChildProcess, spawn } from 'node:child_process';
import autocannon from 'autocannon';

/** What one run of load showed. */
export interface Measured {
  perSecond: number;
  p99Ms: number;
  answered: number;
  failed: number;
}

/** Loads one address with a fixed number of connections. */
export async function load(url: string, connections: number, seconds: number): Promise<Measured> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36' },
  });
  return {
    perSecond: result.requests.average,
    p99Ms: result.latency.p99,
    answered: result['2xx'] + result['3xx'],
    failed: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  };
}

/** Starts a program that prints a line when it listens. @returns what the line matched */
export function startChild(
  file: string,
  words: string[],
  env: NodeJS.ProcessEnv,
  line: RegExp,
): Promise<{ match: RegExpExecArray; child: ChildProcess; ms: number }> {
  const from = performance.now();
  const child = spawn(file, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const match = line.exec(said);
      if (match) resolve({ match, child, ms: performance.now() - from });
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said.slice(-300)}`)));
  });
}

export const stopChild = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
