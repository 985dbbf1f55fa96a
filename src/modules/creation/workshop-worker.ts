import { parentPort } from 'node:worker_threads';
import type { EditionText } from './editions/text.ts';
import { typesetPdf } from './editions/typeset.ts';
import { compose } from './extraction/compose.ts';
import { type Passage, passagesOf } from './sources/passages.ts';
import { formatOf, type Given, readSource, readText } from './sources/read/read.ts';
import type { Reading } from './sources/read/reading.ts';

type ComposeInput = Parameters<typeof compose>[0];

/** What the workshop is asked. */
export type WorkshopTask =
  | { kind: 'read'; work: { bytes: Uint8Array; given: Given } | { text: string; title: string } }
  | { kind: 'compose'; sources: ComposeInput }
  | { kind: 'typeset'; template: string; text: EditionText };

/** What it answers. */
export type WorkshopAnswer =
  | { kind: 'read'; reading: Reading; passages: Passage[]; format: string }
  | { kind: 'compose'; composed: ReturnType<typeof compose> }
  | { kind: 'typeset'; pdf: Uint8Array };

async function perform(task: WorkshopTask): Promise<WorkshopAnswer> {
  if (task.kind === 'compose') return { kind: 'compose', composed: compose(task.sources) };
  if (task.kind === 'typeset') return { kind: 'typeset', pdf: typesetPdf(task.template, task.text) };
  const { work } = task;
  const reading =
    'text' in work ? readText(work.text, { title: work.title }) : await readSource(work.bytes, work.given);
  const format = 'text' in work ? 'text' : await formatOf(work.bytes, work.given);
  return {
    kind: 'read',
    reading,
    passages: passagesOf(reading.text, reading.marks, reading.language),
    format,
  };
}

parentPort?.on('message', ({ id, task }: { id: number; task: WorkshopTask }) => {
  perform(task).then(
    (answer) => parentPort?.postMessage({ id, answer }),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
