import type { FoundClaim } from './claims.ts';

/** Somebody who may want it: a supposition to pick, edit or replace, never a fact about anybody. */
export interface SuggestedCustomer {
  name: string;
  description: string;
  pains: string[];
  companySize: string;
  jobTitles: string[];
}

/** Pains that go with what a site promises; said as what may be so. */
const PAINS: [RegExp, string[]][] = [
  [
    /\b(?:automat|track|schedule|manage|organi[sz]e|keep track)/i,
    ['work that is done by hand every week', 'things that fall through the cracks'],
  ],
  [
    /\b(?:fast|quick|minutes|seconds|save|time)/i,
    ['hours that go into routine work', 'waiting for something that should take minutes'],
  ],
  [
    /\b(?:price|pricing|quote|cost|budget|cheap|free)/i,
    ['tools that cost more than they bring', 'prices that are guessed'],
  ],
  [
    /\b(?:privacy|private|secure|security|gdpr|own your data|https|tls)/i,
    ['doubts about where data goes', 'security work that nobody has time for'],
  ],
  [
    /\b(?:easy|simple|simply|effortless)/i,
    ['tools that are too hard for the team to use', 'long training before anything works'],
  ],
  [
    /\b(?:analytics|data|report|insight|measure|statistics)/i,
    ['numbers that nobody trusts', 'reports put together by hand'],
  ],
  [
    /\b(?:customers|leads|sales|revenue|grow|marketing|clients)/i,
    ['too few good enquiries', 'leads that go cold before anybody calls'],
  ],
  [
    /\b(?:api|integrat|developer|code|deploy|server|self-host)/i,
    ['systems that do not talk to each other', 'building again what exists already'],
  ],
  [
    /\b(?:team|collaborat|share|communicat)/i,
    ['knowledge that sits in one head', 'asking around to learn where things stand'],
  ],
];
const ANY_PAINS = [
  'something that takes more effort than it should',
  'a way of working that nobody has looked at for years',
];

const TITLES: [RegExp, string[]][] = [
  [/develop|engineer|software/i, ['Head of Engineering', 'CTO', 'Lead Developer']],
  [/market|creator|publish|writer/i, ['Head of Marketing', 'Marketing Manager']],
  [/sale|recruit/i, ['Head of Sales', 'Sales Manager']],
  [/home|famil|household|parent/i, []],
  [/school|teach|student/i, ['Head Teacher', 'Programme Lead']],
  [/shop|store|retail|merchant|restaurant|hotel|workshop|studio/i, ['Owner', 'Manager']],
];

/**
 * Suggests three kinds of customers from the site's own claims and the audience that was named. Pains are suppositions.
 * @param audience what the user wrote, if anything
 */
export function suggestCustomers(claims: FoundClaim[], audience: string): SuggestedCustomer[] {
  const groups = [
    ...new Set([audience, ...claims.filter(({ kind }) => kind === 'audience').map(({ claim }) => claim)]),
  ]
    .map((group) => group.trim())
    .filter((group) => group !== '');
  const [first = 'small companies'] = groups;
  const second = groups.find((group) => group.toLowerCase() !== first.toLowerCase());
  const words = claims.map(({ sentence }) => sentence).join(' ');
  const weight = (pattern: RegExp) => words.match(new RegExp(pattern.source, 'gi'))?.length ?? 0;
  const pains = PAINS.filter(([pattern]) => weight(pattern) > 0)
    .sort(([one], [other]) => weight(other) - weight(one))
    .flatMap(([, found]) => found);
  const pain = (from: number) => {
    const pool = pains.length >= 2 ? pains : [...pains, ...ANY_PAINS];
    return [pool[from % pool.length], pool[(from + 1) % pool.length]].filter((text) => text !== undefined);
  };
  const titles = (group: string) =>
    TITLES.find(([pattern]) => pattern.test(group))?.[1] ?? ['Owner', 'Managing Director'];
  return [
    {
      name: capital(first),
      description: audience ? `As you named them: ${first}.` : `Whom the site itself speaks to: ${first}.`,
      pains: pain(0),
      companySize: '11-50',
      jobTitles: titles(first),
    },
    {
      name: capital(second ?? `${first} that are just starting`),
      description: second
        ? `Also named on the site: ${second}.`
        : `${capital(first)} with one to ten people, who do everything themselves.`,
      pains: pain(2),
      companySize: '1-10',
      jobTitles: titles(second ?? first),
    },
    {
      name: capital(`${first} that are growing`),
      description: `${capital(first)} with more than fifty people, where what worked in the beginning no longer does.`,
      pains: pain(4),
      companySize: '51-200',
      jobTitles: titles(first),
    },
  ];
}

const capital = (text: string): string => (text[0]?.toUpperCase() ?? '') + text.slice(1);
