import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { inProject, ROOT, Stop } from './project.mjs';

const NEEDED = 22;

/** The Node that the program runs on: the one that was installed with it, else the system's when it is new enough. */
export function nodeBinary() {
  const brought = inProject('node_modules/node/bin/node');
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  throw new Stop(
    `This is Node ${process.versions.node}, and the newer one that PlaybookOS brings was not installed: npm did not run its install script.\n` +
      `Run "npm rebuild node", or use Node ${NEEDED} or newer.`,
  );
}

/** The environment in which the program and its tools find that Node and each other. */
export function environment(more = {}) {
  const path = [inProject('node_modules/node/bin'), inProject('node_modules/.bin'), process.env.PATH];
  return { ...process.env, PATH: path.filter(Boolean).join(delimiter), ...more };
}

/** Runs the brought Node on something in the project and resolves with its status. Signals are passed on to it. */
export function runNode(words, { env = {}, stdio = 'inherit' } = {}) {
  const child = spawn(nodeBinary(), words, { cwd: ROOT, env: environment(env), stdio });
  const passOn = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      for (const name of signals) process.off(name, passOn);
      resolve(signal ? 128 + (SIGNAL_NUMBERS[signal] ?? 0) : (status ?? 1));
    });
  });
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };
