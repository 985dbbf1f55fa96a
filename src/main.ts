import { config as readDotEnv } from 'dotenv';
import { ConfigurationError, loadConfig } from './config.ts';
import { openLog } from './log.ts';
import { startProgram } from './program.ts';
import { openReport } from './report.ts';

readDotEnv({ quiet: true });

/** Grace between the first and a second Ctrl-C: the terminal, npm and the launcher may all pass on the first one. */
const SECOND_SIGNAL_AFTER_MS = 1_000;

try {
  const config = loadConfig(process.env);
  const log = await openLog(config, await openReport(config));
  const program = await startProgram(config, log);
  let stoppingSince: number | undefined;
  const stop = (signal: string) => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > SECOND_SIGNAL_AFTER_MS) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    log.info({ signal }, 'stopping');
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  process.stdout.write(`PlaybookOS is ready at ${program.url}\n`);
} catch (error) {
  const sentence =
    error instanceof ConfigurationError
      ? `PlaybookOS cannot start with this configuration:\n${error.sentences.map((line) => `  ${line}`).join('\n')}`
      : `PlaybookOS could not start: ${error instanceof Error ? error.message : String(error)}`;
  process.stderr.write(`${sentence}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
