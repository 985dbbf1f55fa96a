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
