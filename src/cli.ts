import { config as readDotEnv } from 'dotenv';
import { apiKey } from './cli/api-key.ts';
import { archive } from './cli/archive.ts';
import { type Command, Misspoken } from './cli/command.ts';
import { doctor } from './cli/doctor.ts';
import { jobs } from './cli/jobs.ts';
import { migrate } from './cli/migrate.ts';
import { replay } from './cli/replay.ts';
import { simulate } from './cli/simulate.ts';
import { ConfigurationError, loadConfig } from './config.ts';

readDotEnv({ quiet: true });

const COMMANDS: Command[] = [migrate, apiKey, doctor, jobs, replay, archive, simulate];
const CALL = 'npm run playbookos --';

const voice = {
  result: (line: string) => void process.stdout.write(`${line}\n`),
  remark: (line: string) => void process.stderr.write(`${line}\n`),
};

const [name = 'help', ...words] = process.argv.slice(2);
const command = COMMANDS.find((candidate) => candidate.name === name);

if (command && !words.includes('--help')) {
  process.exit(await run(command));
} else if (command || ['help', '--help', '-h'].includes(name)) {
  for (const line of help(command ? [command] : COMMANDS)) voice.result(line);
} else {
  voice.remark(`There is no command "${name}".\n`);
  for (const line of help(COMMANDS)) voice.remark(line);
  process.exitCode = 2;
}

async function run(chosen: Command): Promise<number> {
  try {
    return await chosen.run({ words, env: process.env, voice, config: () => loadConfig(process.env) });
  } catch (error) {
    if (error instanceof Misspoken) {
      voice.remark(`${error.message}\nUsage: ${CALL} ${chosen.name} ${chosen.usage}`);
      return 2;
    }
    if (error instanceof ConfigurationError) {
      voice.remark(`The configuration is wrong:\n${error.sentences.map((line) => `  ${line}`).join('\n')}`);
      return 1;
    }
    voice.remark(error instanceof Error ? error.message : String(error));
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) voice.remark(error.stack ?? '');
    return 1;
  }
}

function help(commands: Command[]): string[] {
  return [
    `Usage: ${CALL} <command>`,
    '',
    ...commands.flatMap(({ name: word, usage, summary }) => [
      `  ${`${word} ${usage}`.trim()}`,
      `      ${summary}`,
    ]),
    '',
    'Works beside a running program and without one. Variables stand in docs/operations.md.',
  ];
}
