import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';
import type { Report } from './report.ts';

/** Secrets that must not reach the log, wherever an object that holds them is logged. */
const REDACTED = ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.secret'];

const ERROR = 50;

/** Opens the program's log: JSON lines in DATA_DIR/playbookos.log, elsewhere, or on standard error. */
export async function openLog(
  config: Pick<Config, 'DATA_DIR' | 'LOG_FILE' | 'LOG_LEVEL'>,
  report?: Report,
): Promise<Logger> {
  const target = config.LOG_FILE ?? join(config.DATA_DIR, 'playbookos.log');
  if (target !== '-') await mkdir(dirname(target), { recursive: true });
  const destination =
    target === '-' ? pino.destination(2) : pino.destination({ dest: target, sync: false, mkdir: true });
  // A program that ends before its log is open could not write down why.
  if (target !== '-') await once(destination, 'ready');
  const options = {
    level: config.LOG_LEVEL,
    redact: REDACTED,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(report ? { ...options, hooks: reporting(report) } : options, destination);
}

// `error` in the log means that somebody must act now: exactly what is worth reporting.
function reporting(report: Report): LoggerOptions['hooks'] {
  return {
    logMethod(words, method, level) {
      const [first] = words as unknown[];
      if (level >= ERROR && first && typeof first === 'object' && 'err' in first) report(first.err);
      method.apply(this, words);
    },
  };
}
