import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Voice {
  result(line: string): void;
  remark(line: string): void;
}

/** What a command is given. */
export interface Call {
  /** Words after the command's own name. */
  words: string[];
  env: Record<string, string | undefined>;
  voice: Voice;
  /** The checked configuration. @throws ConfigurationError */
  config(): Config;
}

/** One command of `npm run playbookos -- …`. */
export interface Command {
  name: string;
  /** What follows the name. */
  usage: string;
  summary: string;
  /** Resolves with the status to exit with. */
  run(call: Call): Promise<number>;
}

/** Raised when the words do not fit; the usage is shown with it. */
export class Misspoken extends Error {}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** Splits words into options and the rest. @throws Misspoken */
export function parse<const T extends Options>(words: string[], options: T) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misspoken(error instanceof Error ? error.message : String(error));
  }
}

/** An option that may not be left out. @throws Misspoken */
export function required(value: string | undefined, name: string): string {
  if (!value?.trim()) throw new Misspoken(`--${name} is missing.`);
  return value.trim();
}
