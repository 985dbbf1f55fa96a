import { type Rates, simulate as run } from '../simulation/simulate.ts';
import { type Command, Misspoken, parse } from './command.ts';
import { withHouse, workspaceBySlug } from './installation.ts';

const DEFAULT_RATES = '20/30/15/40';
const MOST_VISITORS = 100_000;
const KEY_HOURS = 1;

export const simulate: Command = {
  name: 'simulate',
  usage:
    '--visitors <n> --seed <seed> [--rates 20/30/15/40] [--playbook <slug>] [--workspace sample] [--key <api key>]',
  summary:
    'Sends synthetic people through the running program, from link to order, and holds what it reports against what they did.',
  async run({ words, env, config, voice }) {
    const { values } = parse(words, {
      visitors: { type: 'string', default: '1500' },
      seed: { type: 'string', default: '1' },
      rates: { type: 'string', default: DEFAULT_RATES },
      playbook: { type: 'string' },
      workspace: { type: 'string', default: 'sample' },
      key: { type: 'string' },
    });
    const visitors = Number(values.visitors);
    if (!Number.isInteger(visitors) || visitors < 1 || visitors > MOST_VISITORS)
      throw new Misspoken(`--visitors is a whole number from 1 to ${MOST_VISITORS}.`);
    const rates = ratesIn(values.rates);
    const key =
      values.key ??
      (await withHouse(config(), async ({ platform }) => {
        const { id } = await workspaceBySlug(platform.database, values.workspace);
        const made = await platform.identity.createApiKey({
          workspaceId: id,
          name: `Simulation ${values.seed}`,
          expiresAt: new Date(Date.now() + KEY_HOURS * 3_600_000),
        });
        return made.key;
      }));
    const started = performance.now();
    const { lines, disagreements } = await run({
      baseUrl: env.BASE_URL ?? 'http://localhost:3000',
      key,
      visitors,
      seed: values.seed,
      rates,
      playbook: values.playbook,
      say: voice.remark,
    });
    for (const line of lines) voice.result(line);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    voice.result('');
    if (disagreements.length === 0) {
      voice.result(
        `Seed ${values.seed}: ${visitors} people in ${seconds} s. What is reported is what happened.`,
      );
      return 0;
    }
    voice.result(
      `Seed ${values.seed}: ${visitors} people in ${seconds} s. What is reported is not what happened:`,
    );
    for (const sentence of disagreements) voice.result(`  ${sentence}`);
    return 1;
  },
};

/** `20/30/15/40`: per cent of each stage who go on. @throws Misspoken */
function ratesIn(text: string): Rates {
  const parts = text.split('/').map((part) => Number(part) / 100);
  const [readerToEmail, emailToTrial, trialToVideo, videoToPurchase] = parts;
  if (
    parts.length !== 4 ||
    parts.some((rate) => !(rate >= 0 && rate <= 1)) ||
    readerToEmail === undefined ||
    emailToTrial === undefined ||
    trialToVideo === undefined ||
    videoToPurchase === undefined
  )
    throw new Misspoken('--rates are four percentages, as 20/30/15/40.');
  return { readerToEmail, emailToTrial, trialToVideo, videoToPurchase };
}
