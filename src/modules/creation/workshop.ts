import { Worker } from 'node:worker_threads';
import { projectFile } from '#kernel/pages';
import type { WorkshopAnswer, WorkshopTask } from './workshop-worker.ts';

/** Bytes with what is known about them, or text that is already decoded. */
export type ReadWork = Extract<WorkshopTask, { kind: 'read' }>['work'];

// Reading and composing can take seconds of computing; requests must not wait for them.
const source = import.meta.url.endsWith('.ts') ? './workshop-worker.ts' : './workshop-worker.js';

interface Task {
  resolve: (answer: WorkshopAnswer) => void;
  reject: (error: Error) => void;
}

interface Bench {
  worker: Worker;
  /** What this worker, and no later one, still owes. */
  waiting: Map<number, Task>;
  /** In milliseconds; a worker that answers others is busy, not stuck. */
  lastAnswerAt: number;
  giveUp(error: Error): void;
}

/** The workshop does one task at a time; one that never ends would keep all others waiting for ever. */
const LIMIT_MS = 180_000;

let bench: Bench | undefined;
let nextTask = 0;

/** Reads material into text and passages, off the main thread. */
export async function readInWorkshop(work: ReadWork): Promise<Extract<WorkshopAnswer, { kind: 'read' }>> {
  return (await run({ kind: 'read', work })) as Extract<WorkshopAnswer, { kind: 'read' }>;
}

/** Composes a draft out of sources, off the main thread. */
export async function composeInWorkshop(
  sources: Extract<WorkshopTask, { kind: 'compose' }>['sources'],
): Promise<Extract<WorkshopAnswer, { kind: 'compose' }>> {
  return (await run({ kind: 'compose', sources })) as Extract<WorkshopAnswer, { kind: 'compose' }>;
}

/** Typesets a PDF, off the main thread. @throws Error with what the typesetter said */
export async function typesetInWorkshop(
  text: Extract<WorkshopTask, { kind: 'typeset' }>['text'],
  limitMs?: number,
): Promise<Buffer> {
  const template = projectFile('src/modules/creation/editions/edition.typ');
  const answer = (await run({ kind: 'typeset', template, text }, limitMs)) as Extract<
    WorkshopAnswer,
    { kind: 'typeset' }
  >;
  return Buffer.from(answer.pdf);
}

function run(task: WorkshopTask, limitMs = LIMIT_MS): Promise<WorkshopAnswer> {
  bench ??= open();
  const at = bench;
  nextTask += 1;
  const id = nextTask;
  at.worker.ref();
  const done = new Promise<WorkshopAnswer>((resolve, reject) => {
    at.waiting.set(id, { resolve, reject });
    at.worker.postMessage({ id, task });
  });
  let timer: NodeJS.Timeout;
  const watch = () => {
    timer = setTimeout(() => {
      if (performance.now() - at.lastAnswerAt < limitMs) watch();
      else at.giveUp(new Error(`The workshop gave no answer within ${limitMs / 1000} s.`));
    }, limitMs);
  };
  watch();
  return done.finally(() => clearTimeout(timer));
}

function open(): Bench {
  const worker = new Worker(new URL(source, import.meta.url));
  const waiting = new Map<number, Task>();
  const opened: Bench = { worker, waiting, lastAnswerAt: Number.NEGATIVE_INFINITY, giveUp: lost };
  const settle = (id: number, act: (task: Task) => void) => {
    const task = waiting.get(id);
    waiting.delete(id);
    if (task) act(task);
    // Idle, the workshop must not keep the program alive.
    if (waiting.size === 0) worker.unref();
  };
  worker.on('message', ({ id, answer, error }: { id: number; answer?: WorkshopAnswer; error?: string }) => {
    opened.lastAnswerAt = performance.now();
    settle(id, ({ resolve, reject }) => (answer ? resolve(answer) : reject(new Error(error))));
  });
  function lost(error: Error): void {
    if (bench === opened) bench = undefined;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
    void worker.terminate();
  }
  worker.on('error', lost);
  worker.on('exit', () => lost(new Error('The workshop closed.')));
  return opened;
}
