import { Worker } from 'node:worker_threads';
import { projectFile } from '#kernel/pages';
import type { WorkshopAnswer, WorkshopTask } from './workshop-worker.ts';

/** Bytes with what is known about them, or text that is already decoded. */
export type ReadWork = Extract<WorkshopTask, { kind: 'read' }>['work'];

// Reading and composing can take seconds of computing; requests must not wait for them.
const source = import.meta.url.endsWith('.ts') ? './workshop-worker.ts' : './workshop-worker.js';

let worker: Worker | undefined;
let nextTask = 0;
const waiting = new Map<
  number,
  { resolve: (answer: WorkshopAnswer) => void; reject: (error: Error) => void }
>();

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
): Promise<Buffer> {
  const answer = (await run({
    kind: 'typeset',
    template: projectFile('src/modules/creation/editions/edition.typ'),
    text,
  })) as Extract<WorkshopAnswer, { kind: 'typeset' }>;
  return Buffer.from(answer.pdf);
}

function run(task: WorkshopTask): Promise<WorkshopAnswer> {
  worker ??= open();
  nextTask += 1;
  const id = nextTask;
  worker.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, task });
  });
}

function open(): Worker {
  const opened = new Worker(new URL(source, import.meta.url));
  const settle = (
    id: number,
    act: (entry: { resolve: (answer: WorkshopAnswer) => void; reject: (error: Error) => void }) => void,
  ) => {
    const entry = waiting.get(id);
    waiting.delete(id);
    if (entry) act(entry);
    // Idle, the workshop must not keep the program alive.
    if (waiting.size === 0) opened.unref();
  };
  opened.on('message', ({ id, answer, error }: { id: number; answer?: WorkshopAnswer; error?: string }) => {
    settle(id, ({ resolve, reject }) => (answer ? resolve(answer) : reject(new Error(error))));
  });
  const lost = (error: Error) => {
    if (worker === opened) worker = undefined;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  opened.on('error', lost);
  opened.on('exit', () => lost(new Error('The workshop closed.')));
  return opened;
}
