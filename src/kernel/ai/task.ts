import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** What is said to a model. Untrusted material inside goes through `fence`. */
export interface PromptText {
  system: string;
  user: string;
}

/** One kind of work that a model may do and the program can do without one. */
export interface AiTask<Input, Output> {
  /** `noun.verb`, unique: `playbook.second-opinion`. */
  name: string;
  /** Raised when input or output change their meaning. */
  version: number;
  input: z.ZodType<Input>;
  output: z.ZodType<Output>;
  prompt: {
    /** A date or number; raised with every change of words, and kept in the transcript. */
    version: string;
    write(input: Input): PromptText;
  };
  /** The built-in composer: the same work by rules, without a model. Throws when the input holds nothing to work with. */
  fallback(input: Input): Output | Promise<Output>;
  maxOutputTokens: number;
  /** For one attempt. */
  timeoutMs: number;
}

const known = new Map<string, AiTask<never, unknown>>();

/** Declares a task and enters it in the registry. @throws Error when two tasks share a name */
export function aiTask<Input, Output>(
  definition: Omit<AiTask<Input, Output>, 'maxOutputTokens' | 'timeoutMs'> &
    Partial<Pick<AiTask<Input, Output>, 'maxOutputTokens' | 'timeoutMs'>>,
): AiTask<Input, Output> {
  if (known.has(definition.name)) throw new Error(`Two tasks are named ${definition.name}.`);
  const task = { maxOutputTokens: 4_000, timeoutMs: 60_000, ...definition };
  known.set(task.name, task as AiTask<never, unknown>);
  return task;
}

/** Every declared task, for settings and the stand-ins screen. */
export const listTasks = (): { name: string; version: number; promptVersion: string }[] =>
  [...known.values()].map(({ name, version, prompt }) => ({ name, version, promptVersion: prompt.version }));

/** SHA-256 of a value as JSON, 64 hex digits. */
export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
