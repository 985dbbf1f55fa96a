import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFile } from '#kernel/pages';

/** One expert of the sample with the material that lies in `sample/`. */
export interface SampleExpert {
  slug: string;
  name: string;
  trade: string;
  bio: string;
  playbook: { title: string; slug: string };
  links: { slug: string; title: string; source: string; medium: string; campaign: string }[];
  offer: {
    name: string;
    headline: string;
    description: string;
    contents: { text: string; detail: string }[];
    guarantee: string;
    price: { amountMinor: number; currency: string };
  };
  files: { name: string; bytes: Buffer }[];
}

const EXPERTS: Omit<SampleExpert, 'files'>[] = [
  {
    slug: 'marit-ostrevik',
    name: 'Marit Ostrevik',
    trade: 'teacher of small interior studios',
    bio: 'Ran an interior studio for fourteen years and now teaches small design studios to quote a fixed price they can keep.',
    playbook: { title: 'The Fixed-Price Quote', slug: 'fixed-price-quote' },
    links: [
      {
        slug: 'three-jobs',
        title: 'LinkedIn: count three past jobs',
        source: 'linkedin',
        medium: 'social',
        campaign: 'autumn',
      },
      {
        slug: 'studio-letter',
        title: 'Newsletter of the studio guild',
        source: 'studio-guild',
        medium: 'email',
        campaign: 'autumn',
      },
      {
        slug: 'quote-talk',
        title: 'Talk: the price nobody says out loud',
        source: 'talk',
        medium: 'referral',
        campaign: 'antwerp',
      },
    ],
    offer: {
      name: 'The Fixed-Price Quote, in six weeks',
      headline: 'Quote your next three jobs at a price you keep',
      description:
        'The whole method, worked through on your own jobs: count three past jobs, find your real hour, write the quote that holds, and say no to what is not in it.',
      contents: [
        { text: 'Every step of the playbook, open for good', detail: 'With your own figures filled in.' },
        {
          text: 'Questions to Marit’s clone without limit',
          detail: 'It answers from her material, with the place.',
        },
        { text: 'Three of your quotes read and marked', detail: 'Within two working days each.' },
      ],
      guarantee: 'All your money back within 30 days, without a reason.',
      price: { amountMinor: 34_900, currency: 'EUR' },
    },
  },
  {
    slug: 'tomas-averkell',
    name: 'Tomas Averkell',
    trade: 'keeps the machines of small workshops running',
    bio: 'Was a maintenance fitter in a chair factory for twenty-two years and now helps workshops without a maintenance department to keep their machines running.',
    playbook: { title: 'The Twenty-Minute Round', slug: 'twenty-minute-round' },
    links: [
      {
        slug: 'twenty-minutes',
        title: 'Podcast: why machines stop on Fridays',
        source: 'podcast',
        medium: 'audio',
        campaign: 'autumn',
      },
      {
        slug: 'workshop-floor',
        title: 'Poster on the shop floor',
        source: 'poster',
        medium: 'print',
        campaign: 'autumn',
      },
    ],
    offer: {
      name: 'The Twenty-Minute Round for your workshop',
      headline: 'A round that your own people keep up, on your own machines',
      description:
        'The round set up for the machines you have: which to start with, what to look at, who walks it, and what to do when something is wrong.',
      contents: [
        { text: 'Every step of the playbook, open for good', detail: 'With the sheets to print.' },
        {
          text: 'A round written for five of your machines',
          detail: 'From photographs and a call of half an hour.',
        },
        {
          text: 'Questions to Tomas’s clone without limit',
          detail: 'It answers from his notes, with the place.',
        },
      ],
      guarantee: 'All your money back within 30 days if nobody walks the round.',
      price: { amountMinor: 24_900, currency: 'EUR' },
    },
  },
];

/** Reads the sample's material from the project. */
export async function sampleExperts(): Promise<SampleExpert[]> {
  return Promise.all(
    EXPERTS.map(async (expert) => {
      const folder = projectFile(join('sample', expert.slug));
      const names = (await readdir(folder)).filter((name) => /\.(vtt|srt|md|txt)$/.test(name)).sort();
      const files = await Promise.all(
        names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
      );
      return { ...expert, files };
    }),
  );
}
