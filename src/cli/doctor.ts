import { type Config, ConfigurationError, variables } from '../config.ts';
import type { Call, Command } from './command.ts';
import { examineDatabase } from './doctor-database.ts';
import { examineDisk, examineProgram } from './doctor-machine.ts';
import { examineMail } from './doctor-mail.ts';
import { type Finding, note, ok, reason, wrong } from './finding.ts';
import { withInstallation } from './installation.ts';

const MARKS = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' };

export const doctor: Command = {
  name: 'doctor',
  usage: '',
  summary:
    'Looks at configuration, disk, database and roles, mail and the running program, and says what to do.',
  async run(call) {
    const found = await examine(call);
    for (const { subject, state, says, todo } of found) {
      call.voice.result(`${MARKS[state]}  ${subject.padEnd(13)}  ${says}`);
      if (todo) call.voice.result(`${' '.repeat(22)}-> ${todo}`);
    }
    const ill = found.filter(({ state }) => state === 'wrong').length;
    call.voice.result(
      ill === 0 ? '\nNothing is wrong.' : `\n${ill} ${ill === 1 ? 'thing needs' : 'things need'} doing.`,
    );
    return ill === 0 ? 0 : 1;
  },
};

async function examine({ env, config: load }: Call): Promise<Finding[]> {
  let config: Config;
  try {
    config = load();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.sentences.map((sentence) =>
      wrong(
        'configuration',
        sentence,
        'Mend it in .env or the environment; docs/operations.md explains each.',
      ),
    );
  }
  return [
    ...examineConfiguration(config, env),
    ...(await examineDisk(config)),
    ...(await examineHouse(config)),
    ...(await examineMail(config)),
    ...(await examineProgram(config)),
  ];
}

function examineConfiguration(config: Config, env: Call['env']): Finding[] {
  const given = Object.keys(variables).filter((name) => env[name]?.trim());
  const found = [
    ok(
      'configuration',
      given.length > 0
        ? `It is sound. Set: ${given.join(', ')}.`
        : 'It is sound; every variable has its default.',
    ),
  ];
  if (!config.loopbackOnly && config.PUBLIC_URL.startsWith('http:')) {
    found.push(
      note(
        'configuration',
        `People reach this installation without encryption (${config.PUBLIC_URL}).`,
        'Put it behind HTTPS; see "Reverse proxy" in docs/operations.md.',
      ),
    );
  }
  if (!config.loopbackOnly && config.SAMPLE === 'on') {
    found.push(
      note(
        'configuration',
        'The workspace "sample" is made although others can reach this installation.',
        'Set SAMPLE=off if you do not want it.',
      ),
    );
  }
  if (!config.OPENAI_API_KEY && !config.OPENAI_BASE_URL && !config.ANTHROPIC_API_KEY) {
    found.push(
      note(
        'models',
        'No model is configured: the built-in composer writes.',
        'Set OPENAI_API_KEY, OPENAI_BASE_URL or ANTHROPIC_API_KEY.',
      ),
    );
  }
  if (!config.STRIPE_SECRET_KEY) {
    found.push(
      note(
        'payments',
        'No Stripe key: the labelled test checkout is used.',
        'Set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.',
      ),
    );
  }
  return found;
}

async function examineHouse(config: Config): Promise<Finding[]> {
  try {
    return await withInstallation(config, ({ database }) => examineDatabase(database));
  } catch (error) {
    return [
      wrong(
        'database',
        reason(error),
        config.DATABASE_URL ? 'Check DATABASE_URL.' : `Its log is ${config.DATA_DIR}/postgres.log.`,
      ),
    ];
  }
}
