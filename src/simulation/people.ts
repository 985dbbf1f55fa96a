import type { Random } from './random.ts';

/** Browsers that people use. */
export const DEVICES = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
] as const;

const FIRST = [
  'Anouk',
  'Bram',
  'Carys',
  'Dario',
  'Elif',
  'Femke',
  'Goran',
  'Hanna',
  'Ines',
  'Jonas',
  'Karla',
  'Leif',
  'Maeve',
  'Noor',
  'Oskar',
  'Piet',
  'Rui',
  'Sanne',
  'Tilde',
  'Ulla',
  'Vito',
  'Wim',
  'Yara',
  'Zoran',
  'Alma',
  'Bela',
  'Cleo',
  'Dagny',
  'Emre',
  'Freya',
  'Gita',
  'Hugo',
  'Ilse',
  'Joris',
  'Kaia',
  'Luuk',
  'Mira',
  'Nils',
  'Orla',
  'Paolo',
] as const;
const LAST = [
  'Verhulst',
  'Brenner',
  'Calloway',
  'Duarte',
  'Eichhorn',
  'Ferrand',
  'Grunwald',
  'Halvorn',
  'Iversen',
  'Jansma',
  'Kleinveld',
  'Lindqvist',
  'Marchetti',
  'Novak',
  'Ostermann',
  'Pereira',
  'Quist',
  'Rasmussen',
  'Serra',
  'Terwiel',
  'Ulrich',
  'Vandamme',
  'Wierema',
  'Zandstra',
  'Aldous',
  'Bergstrom',
  'Castellan',
  'Dekker',
  'Engel',
  'Fontaine',
  'Garnett',
  'Holm',
  'Ingram',
  'Jurgens',
  'Kovac',
  'Larsen',
  'Meunier',
  'Norling',
  'Oakes',
  'Pinto',
] as const;
const WORDS = ['studio', 'works', 'rooms', 'atelier', 'workshop', 'partners', 'house', 'yard'] as const;

/** Somebody with a name and an address of their own, in a domain that leads nowhere. */
export interface Identity {
  name: string;
  email: string;
}

/** @param mark makes the address this run's own; the same people may come again in another run. Without it names may meet. */
export function identity(chance: Random, index: number, mark: string): Identity {
  const [first, last] = [chance.pick(FIRST), chance.pick(LAST)];
  const domain = [last.toLowerCase(), chance.pick(WORDS), ...(mark ? [mark] : [])].join('-');
  return {
    name: `${first} ${last}`,
    email: `${first.toLowerCase()}.${last.toLowerCase()}${mark ? index : ''}@${domain}.example`,
  };
}

const SHARES = {
  revenue: [
    ['under-50k', 2],
    ['50-100k', 3],
    ['100-250k', 4],
    ['250-500k', 3],
    ['over-500k', 1],
  ],
  team: [
    ['1', 3],
    ['2-5', 5],
    ['6-12', 3],
    ['13-50', 1],
    ['over-50', 0.3],
  ],
  pain: [
    ['scope', 4],
    ['price', 3],
    ['numbers', 3],
    ['owner', 2],
    ['other', 1],
  ],
} as const;

/**
 * Answers to the three questions that gates ask until somebody changes them.
 * @param mayTry whether they are such that the gate's rule lets them try the clone
 */
export function answersOf(chance: Random, mayTry: boolean): Record<string, string> {
  const one = (shares: readonly (readonly [string, number])[]) =>
    chance.pickBy(shares, ([, weight]) => weight)[0];
  const revenue = SHARES.revenue.filter(([value]) => !mayTry || value !== 'under-50k');
  return { revenue: one(revenue), team: one(SHARES.team), pain: one(SHARES.pain) };
}

/** Questions about the method, as people ask them. */
export const CURIOUS = [
  'How do I start when I have no old jobs written down?',
  'What do I do first this week?',
  'How long does the first step take?',
  'What is the most common mistake?',
  'How do I get my team to keep it up?',
  'What should I write down after each job?',
] as const;
/** Questions that say somebody thinks of buying. */
export const KEEN = ['Does this work for a small team?', 'How much does the course cost?'] as const;
