import { answersOf, CURIOUS, DEVICES, type Identity, identity, KEEN } from './people.ts';
import { type Random, random } from './random.ts';

/** Shares of people who go on, stage by stage. */
export interface Rates {
  readerToEmail: number;
  emailToTrial: number;
  trialToVideo: number;
  videoToPurchase: number;
}
export const STAGES = ['readerToEmail', 'emailToTrial', 'trialToVideo', 'videoToPurchase'] as const;
export type Stage = (typeof STAGES)[number];

/** Where people come from, how many of them, and how much readier or slower than others they are at each stage. */
export interface Channel {
  key: string;
  title: string;
  share: number;
  utm: { source: string; medium: string; campaign: string };
  referrer: string | undefined;
  effects: Record<Stage, number>;
}

export const CHANNELS: Channel[] = [
  channel(
    'linkedin',
    'LinkedIn post',
    0.32,
    ['linkedin', 'social'],
    'https://www.linkedin.com/feed/',
    [1, 1, 1, 1],
  ),
  channel('newsletter', 'Guild newsletter', 0.24, ['newsletter', 'email'], undefined, [1.5, 1.2, 1.3, 1.15]),
  channel('podcast', 'Podcast notes', 0.14, ['podcast', 'audio'], undefined, [1.2, 1.3, 1.1, 1.1]),
  channel(
    'reddit',
    'Reddit answer',
    0.2,
    ['reddit', 'social'],
    'https://www.reddit.com/',
    [0.5, 0.7, 0.6, 0.8],
  ),
  channel(
    'partner',
    'Partner page',
    0.1,
    ['partner-guide', 'referral'],
    'https://tallowgate.example/',
    [0.8, 0.8, 1, 0.9],
  ),
];

function channel(
  key: string,
  title: string,
  share: number,
  [source, medium]: [string, string],
  referrer: string | undefined,
  [readerToEmail, emailToTrial, trialToVideo, videoToPurchase]: [number, number, number, number],
): Channel {
  const utm = { source, medium, campaign: 'simulation' };
  return {
    key,
    title,
    share,
    utm,
    referrer,
    effects: { readerToEmail, emailToTrial, trialToVideo, videoToPurchase },
  };
}

/** The rates of each channel, such that over all people who get that far they come to the planted ones. */
export function channelRates(planted: Rates, channels: Channel[]): Map<string, Rates> {
  const rates = new Map(channels.map(({ key }) => [key, { ...planted }]));
  let flow = new Map(channels.map(({ key, share }) => [key, share]));
  for (const stage of STAGES) {
    const flowOf = (key: string) => flow.get(key) ?? 0;
    const people = channels.reduce((sum, { key }) => sum + flowOf(key), 0);
    const weighted = channels.reduce((sum, { key, effects }) => sum + flowOf(key) * effects[stage], 0);
    for (const { key, effects } of channels) {
      const rate = (planted[stage] * effects[stage] * people) / weighted;
      if (rate > 1)
        throw new RangeError(
          `A rate of ${planted[stage]} leaves no room for the channels: ${key} would need ${rate.toFixed(2)}.`,
        );
      (rates.get(key) as Rates)[stage] = rate;
    }
    flow = new Map(channels.map(({ key }) => [key, flowOf(key) * (rates.get(key) as Rates)[stage]]));
  }
  return rates;
}

/** How far somebody goes, and what they do on the way. All of it is drawn before anything happens. */
export interface Person extends Identity {
  index: number;
  channel: Channel;
  device: string;
  /** Steps read before the gate, or before they leave. */
  steps: number;
  seesGate: boolean;
  leavesEmail: boolean;
  answers: Record<string, string>;
  newsletter: boolean;
  confirms: boolean;
  /** How long the gate takes them. */
  elapsedMs: number;
  /** Position up to which they read behind the gate. */
  readsOnTo: number;
  tries: boolean;
  questions: string[];
  /** Gives so many signs that their hand goes up. */
  raisesHand: boolean;
  watches: boolean;
  /** Share of the video they see. */
  watchedShare: number;
  buys: boolean;
}

/** Of those who try and do not watch the video, how many get one all the same. */
const RAISES_WITHOUT_WATCHING = 0.12;
const CONFIRMS = 0.7;

/** Draws one person. The same seed gives the same person, whoever else comes. */
export function draw(
  seed: string,
  index: number,
  rates: Map<string, Rates>,
  mark: string,
  channels = CHANNELS,
): Person {
  const chance = random(seed, `person ${index}`);
  const from = chance.pickBy(channels, ({ share }) => share);
  const rate = rates.get(from.key) as Rates;
  const leavesEmail = chance.chance(rate.readerToEmail);
  const tries = leavesEmail && chance.chance(rate.emailToTrial);
  const watches = tries && chance.chance(rate.trialToVideo);
  const buys = watches && chance.chance(rate.videoToPurchase);
  const raisesHand = watches || (tries && chance.chance(RAISES_WITHOUT_WATCHING));
  const steps = leavesEmail ? 3 : chance.pick([0, 0, 1, 1, 2, 3]);
  return {
    index,
    ...identity(chance, index, mark),
    channel: from,
    device: chance.pick(DEVICES),
    steps,
    seesGate: steps === 3,
    leavesEmail,
    answers: answersOf(chance, tries),
    newsletter: chance.chance(0.4),
    // A video goes to confirmed addresses only.
    confirms: raisesHand || (leavesEmail && chance.chance(CONFIRMS)),
    elapsedMs: 9_000 + Math.round(chance.wait(14_000)),
    // No more: simulated people do not rest between steps, and twenty requests in ten seconds make a machine.
    readsOnTo: leavesEmail ? 3 + chance.between(0, 2) : 0,
    tries,
    questions: tries ? questionsOf(chance, raisesHand) : [],
    raisesHand,
    watches,
    watchedShare: watches ? 0.6 + 0.4 * chance.next() : chance.pick([0, 0, 0.1, 0.2]),
    buys,
  };
}

/** Who thinks of buying asks what it costs and uses all three; others ask once or twice about the method. */
function questionsOf(chance: Random, raisesHand: boolean): string[] {
  if (raisesHand) return [chance.pick(CURIOUS), ...KEEN];
  const first = chance.pick(CURIOUS);
  const second = chance.pick(CURIOUS.filter((question) => question !== first));
  return chance.chance(0.5) ? [first] : [first, second];
}
