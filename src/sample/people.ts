import { CURIOUS, DEVICES, KEEN } from '../simulation/people.ts';
import { type Channel, channelRates, draw, type Person } from '../simulation/plan.ts';
import { random } from '../simulation/random.ts';
import type { SampleExpert } from './experts.ts';

/** The sample is the same on every machine. */
export const SEED = 'tomas';
const RATES = { readerToEmail: 0.16, emailToTrial: 0.32, trialToVideo: 0.2, videoToPurchase: 0.4 };
/** How many other people come besides those with a story, unless somebody wants fewer. */
export const MOST_READERS = 490;

/** People with a story: how they came and how far they went. They come whatever else does. */
const STORIES: {
  link: string;
  name: string;
  email: string;
  answers: [revenue: string, team: string, pain: string];
  /** The stage they get to. */
  until: 'gate' | 'confirmed' | 'trial' | 'video' | 'order' | 'refund';
  newsletter?: boolean;
}[] = [
  {
    link: 'three-jobs',
    name: 'Noor Halvorn',
    email: 'noor@studiohalvorn.example',
    answers: ['250-500k', '6-12', 'scope'],
    until: 'order',
    newsletter: true,
  },
  {
    link: 'three-jobs',
    name: 'Ines Calloway',
    email: 'ines.calloway@calloway-interiors.example',
    answers: ['100-250k', '2-5', 'scope'],
    until: 'video',
    newsletter: true,
  },
  {
    link: 'studio-letter',
    name: 'Piet van Dune',
    email: 'piet@atelierdune.example',
    answers: ['50-100k', '1', 'price'],
    until: 'confirmed',
  },
  {
    link: 'studio-letter',
    name: 'Sanne Kleinveld',
    email: 'sanne@kleinveld.example',
    answers: ['100-250k', '2-5', 'numbers'],
    until: 'gate',
    newsletter: true,
  },
  {
    link: 'quote-talk',
    name: 'Oskar Lindqvist',
    email: 'oskar@lindqvist-rum.example',
    answers: ['over-500k', '13-50', 'owner'],
    until: 'trial',
  },
  {
    link: 'quote-talk',
    name: 'Maeve Harbour',
    email: 'maeve@harbourrooms.example',
    answers: ['250-500k', '6-12', 'scope'],
    until: 'refund',
    newsletter: true,
  },
  {
    link: 'three-jobs',
    name: 'Didier Ferrand',
    email: 'd.ferrand@ferrandetfils.example',
    answers: ['250-500k', '2-5', 'price'],
    until: 'gate',
  },
  {
    link: 'twenty-minutes',
    name: 'Hanna Brenner',
    email: 'hanna@brennerwerk.example',
    answers: ['over-500k', '13-50', 'numbers'],
    until: 'order',
    newsletter: true,
  },
  {
    link: 'twenty-minutes',
    name: 'Jonas Eichhorn',
    email: 'jonas@eichhorn-metall.example',
    answers: ['250-500k', '6-12', 'owner'],
    until: 'trial',
  },
  {
    link: 'workshop-floor',
    name: 'Rui Serra',
    email: 'rui@serrasoares.example',
    answers: ['100-250k', '6-12', 'numbers'],
    until: 'gate',
    newsletter: true,
  },
];

/** One person of the sample. */
export interface Reader extends Person {
  link: string;
  isRefunded: boolean;
}

const STAGES = ['gate', 'confirmed', 'trial', 'video', 'order', 'refund'] as const;
/** How many people a link brings for one of another, and how ready they are. */
const DRAWS: Record<string, { share: number; ready: number }> = {
  'three-jobs': { share: 0.3, ready: 1 },
  'studio-letter': { share: 0.22, ready: 1.4 },
  'quote-talk': { share: 0.08, ready: 1.5 },
  'twenty-minutes': { share: 0.24, ready: 1 },
  'workshop-floor': { share: 0.16, ready: 0.5 },
};

function channelsOf(experts: SampleExpert[]): Channel[] {
  return experts
    .flatMap(({ links }) => links)
    .map(({ slug, title, source, medium, campaign }) => {
      const { share, ready } = DRAWS[slug] ?? { share: 0.1, ready: 1 };
      return {
        key: slug,
        title,
        share,
        utm: { source, medium, campaign },
        referrer: source === 'linkedin' ? 'https://www.linkedin.com/feed/' : undefined,
        effects: { readerToEmail: ready, emailToTrial: 1, trialToVideo: 1, videoToPurchase: 1 },
      };
    });
}

/** Everybody who comes in the sample's twelve weeks, with what they do. @param others besides those with a story */
export function readersOf(experts: SampleExpert[], others: number): Reader[] {
  const channels = channelsOf(experts);
  const rates = channelRates(RATES, channels);
  const taken = new Set(STORIES.map(({ email }) => email));
  const drawn = Array.from({ length: others }, (_, index): Reader => {
    const person = draw(SEED, index, rates, '', channels);
    const email = taken.has(person.email) ? person.email.replace('@', `.${index}@`) : person.email;
    taken.add(email);
    return { ...person, email, link: person.channel.key, isRefunded: false };
  });
  return [...STORIES.map((story, index) => tell(story, others + index, channels)), ...drawn];
}

function tell(
  { link, name, email, answers, until, newsletter = false }: (typeof STORIES)[number],
  index: number,
  channels: Channel[],
): Reader {
  const chance = random(SEED, `story ${email}`);
  const stage = STAGES.indexOf(until);
  const [revenue, team, pain] = answers;
  const channel = channels.find(({ key }) => key === link) ?? channels[0];
  if (!channel) throw new Error(`There is no link ${link} for ${name} to come by.`);
  return {
    index,
    name,
    email,
    link,
    channel,
    device: chance.pick(DEVICES),
    steps: 3,
    seesGate: true,
    leavesEmail: true,
    answers: { revenue, team, pain },
    newsletter,
    confirms: stage >= 1,
    elapsedMs: 20_000 + chance.between(0, 30_000),
    readsOnTo: stage >= 3 ? 99 : 3 + chance.between(0, 3),
    tries: stage >= 2,
    questions: stage >= 3 ? [chance.pick(CURIOUS), ...KEEN] : stage === 2 ? [chance.pick(CURIOUS)] : [],
    raisesHand: stage >= 3,
    watches: stage >= 3,
    watchedShare: stage >= 3 ? 0.75 : 0,
    buys: stage >= 4,
    isRefunded: until === 'refund',
  };
}
