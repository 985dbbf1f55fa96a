import { z } from 'zod';
import { aiTask, fence } from '#kernel/ai';
import { Draft } from '../playbooks/step.ts';
import { composeInWorkshop } from '../workshop.ts';
import type { ComposeSource } from './signals.ts';

const PassageOfSource = z.custom<ComposeSource['passages'][number]>(
  (value) => typeof value === 'object' && value !== null && 'quote' in value,
);

const Input = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      language: z.string().optional(),
      passages: z.array(PassageOfSource),
    }),
  ),
});

/** A draft, or the reason why the material holds no method. */
export const Extracted = z.union([
  z.object({ noMethod: z.literal(true), reason: z.string() }),
  z.object({ noMethod: z.literal(false), draft: Draft }),
]);
export type Extracted = z.output<typeof Extracted>;

const SYSTEM = `You turn what an expert said into a paint-by-numbers playbook.
Find the one method the material holds: its steps in order, 8 to 12 where the material has them, each titled with an action verb.
Fill a field only with what the material says. Every field with origin "source" carries citations: sourceId, the verbatim quote, and its start and end offsets in that source. A quote that is not in the source word for word is thrown away, and its field with it.
Leave a field out rather than invent it. When the material tells no method, answer { "noMethod": true, "reason": … }.`;

/** One method out of many sources. The built-in composer works by rules; a model answers in the same shape and is held to the sources. */
export const extractMethod = aiTask({
  name: 'method.extract',
  version: 1,
  input: Input,
  output: Extracted,
  maxOutputTokens: 16_000,
  timeoutMs: 180_000,
  prompt: {
    version: '2026-11-20',
    write: ({ sources }) => ({
      system: SYSTEM,
      user: sources
        .map((source) => `Source ${source.id}: ${source.title}\n${fence(source.text, 'source')}`)
        .join('\n\n'),
    }),
  },
  async fallback({ sources }) {
    const { composed } = await composeInWorkshop(
      sources.map(({ language, ...source }) => ({ ...source, ...(language && { language }) })),
    );
    return composed.noMethod ? composed : { noMethod: false as const, draft: composed.draft };
  },
});
