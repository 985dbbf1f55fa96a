import type { ClaimKind } from '../profiles/kinds.ts';
import type { Angle } from './kinds.ts';

/** A claim of the profile that a mail may use. */
export interface UsableClaim {
  id: string;
  kind: ClaimKind;
  claim: string;
  sentence: string;
}

export interface Material {
  name: string;
  url: string;
  audience: string;
  pains: string[];
  claims: UsableClaim[];
}

/** One mail, with the words of it that rest on a claim. */
export interface ComposedMail {
  subject: string;
  body: string;
  delayDays: number;
  claims: { claimId: string; words: string }[];
}

export interface ComposedVariant {
  angle: Exclude<Angle, 'other'>;
  name: string;
  mails: ComposedMail[];
}

/** Days after the mail before. */
export const DELAYS = [0, 3, 5] as const;

const GREETING = 'Hi {{first_name|there}},';
const COMPANY = '{{company|your company}}';

/**
 * Writes the three variants by rules. What is said about the product is the site's own sentence, word for word, and noted
 * with its claim; what is said about the reader is a question or an "if", because nothing is known about them.
 */
export function composeVariants(material: Material): ComposedVariant[] {
  const { name, url, pains } = material;
  const audience = material.audience.trim() || 'people like you';
  const pick = picker(material.claims);
  const product = pick(['product', 'benefit', 'feature']);
  const benefit = pick(['benefit', 'feature', 'product']);
  const second = pick(['benefit', 'feature', 'product']);
  const proof = pick(['proof', 'price', 'benefit', 'feature']);
  const price = pick(['price', 'proof', 'feature', 'benefit']);
  const [pain = 'work that takes more effort than it should', otherPain = pain] = pains;
  const topic = topicOf(product, name);
  const close = 'Best,\n{{sender_name}}';

  const mail = (delayDays: number, subject: string, parts: (string | UsableClaim | null)[]): ComposedMail => {
    const claims = parts.filter((part): part is UsableClaim => typeof part === 'object' && part !== null);
    const body = [
      ...parts.map((part) =>
        part === null ? null : typeof part === 'string' ? part : ended(sentenceOf(part)),
      ),
      close,
    ]
      .filter((part) => part !== null)
      .join('\n\n');
    return {
      subject,
      body,
      delayDays,
      claims: claims.map((claim) => ({ claimId: claim.id, words: sentenceOf(claim) })),
    };
  };
  const [first, later, last] = DELAYS;

  return [
    {
      angle: 'problem',
      name: 'Problem',
      mails: [
        mail(first, `${capital(shorten(pain, 44))}?`, [
          GREETING,
          `If ${pain} ${isMany(pain) ? 'are' : 'is'} on the list at ${COMPANY}, this may be worth a minute.`,
          product,
          benefit,
          `Is that something you deal with at the moment? If so: ${url}`,
        ]),
        mail(later, 'Re: the list', [
          GREETING,
          `I wrote about ${pain} the other day. One thing I left out:`,
          proof ?? second,
          'Shall I send you more, or is this not your topic?',
        ]),
        mail(last, 'Not your topic?', [
          GREETING,
          `I will leave it here, so that I am no bother. If ${otherPain} ${isMany(otherPain) ? 'come' : 'comes'} up later, this is where to look: ${url}`,
        ]),
      ],
    },
    {
      angle: 'benefit',
      name: 'Benefit',
      mails: [
        mail(first, `${capital(topic)} at ${COMPANY}`, [
          GREETING,
          `I am writing to ${audience} about ${name}.`,
          benefit ?? product,
          second,
          proof,
          `Would a short look be useful? It is here: ${url}`,
        ]),
        mail(later, `More on ${topic}`, [
          GREETING,
          `In short, what ${name} is:`,
          product,
          price,
          `Is there somebody at ${COMPANY} who would want to see it?`,
        ]),
        mail(last, 'Shall I close this?', [
          GREETING,
          `If it is not the right time for ${name}, a one-word answer is enough and I stop. If it is: ${url}`,
        ]),
      ],
    },
    {
      angle: 'question',
      name: 'Question',
      mails: [
        mail(first, `A question about ${COMPANY}`, [
          GREETING,
          `How do you deal with ${pain} at ${COMPANY} today?`,
          `I ask because of ${name}.`,
          product,
          'Am I asking the right person?',
        ]),
        mail(later, 'Re: a question', [
          GREETING,
          `Perhaps an easier one: ${isMany(otherPain) ? 'are' : 'is'} ${otherPain} something you would change this year?`,
          second ?? benefit,
          `Here is what I had in mind: ${url}`,
        ]),
        mail(last, 'Last question', [
          GREETING,
          `Should I ask somebody else at ${COMPANY}, or is there nothing to do here? Either answer helps.`,
        ]),
      ],
    },
  ].map((variant) => ({
    ...variant,
    // Only mails in the same thread may be called an answer; the first of a variant gives them its subject.
    mails: variant.mails.map((entry, index) =>
      index === 0
        ? entry
        : {
            ...entry,
            subject: entry.subject.replace(/^Re: /, '').replace(/^./, (letter) => letter.toUpperCase()),
          },
    ),
  })) as ComposedVariant[];
}

/** Gives each claim once, the fitting kinds first and of these the shortest that says something. */
function picker(claims: UsableClaim[]): (kinds: ClaimKind[]) => UsableClaim | null {
  const used = new Set<string>();
  return (kinds) => {
    for (const kind of kinds) {
      const fitting = claims.filter(
        (claim) =>
          claim.kind === kind &&
          !used.has(claim.sentence) &&
          claim.sentence.length <= 200 &&
          claim.sentence.split(' ').length >= (kind === 'feature' ? 5 : 3) &&
          !/^(?:why|how|notes|about)\b/i.test(claim.sentence),
      );
      const [found] = fitting;
      if (!found) continue;
      used.add(found.sentence);
      return found;
    }
    return null;
  };
}

const sentenceOf = ({ sentence }: UsableClaim): string => sentence;
const ended = (sentence: string): string => (/[.!?…)”"]$/.test(sentence) ? sentence : `${sentence}.`);

/** Words for a subject: what kind of thing it is, as the site itself says ("is a quoting tool for …"). */
function topicOf(product: UsableClaim | null, name: string): string {
  const said =
    /\b(?:is|are) an? ((?:[\w&-]+ ){0,7}[\w&-]+)/i.exec(product?.sentence ?? '')?.[1]?.split(' ') ?? [];
  const begins = said.findIndex((word) => !PRAISE.test(word));
  const kind = begins < 0 ? [] : said.slice(begins);
  const ends = kind.findIndex((word) => JOINT.test(word));
  const words = ends < 0 ? kind : kind.slice(0, ends);
  return words.length > 0 && words.length <= 3 ? words.join(' ') : name;
}

const PRAISE =
  /^(?:powerful|simple|easy|modern|new|free|open|open-source|source|fast|beautiful|complete|great|smart)$/i;
const JOINT =
  /^(?:for|with|that|which|of|to|and|or|on|in|from|by|available|designed|built|made|where|without)$/i;

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}`;
const capital = (text: string): string => (text[0]?.toUpperCase() ?? '') + text.slice(1);
const isMany = (pain: string): boolean =>
  /^(?:tools|things|hours|doubts|prices|numbers|reports|systems|leads)\b/.test(pain);

// Strong words that need a site to stand on.
const STRONG =
  /\b(?:best|leading|number one|#1|fastest|cheapest|only|guaranteed?|proven|award[- ]winning|most popular)\b/gi;
const FIGURE = /(?:[$€£]\s?)?\d[\d.,]*\s?(?:%|percent|k\b|million|customers|users|hours|days|x\b)?/gi;

// The greeting at the end boasts of nothing.
const CLOSING = /^(?:all the |my )?best(?: regards| wishes)?,?\s*$/gim;

/** Figures and superlatives of a mail that no claim of the profile holds. */
export function unsupportedIn(body: string, claims: { sentence: string }[]): string[] {
  const known = claims.map(({ sentence }) => sentence.toLowerCase()).join('\n');
  const text = body
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\{\{[^{}]*\}\}/g, '')
    .replace(CLOSING, '');
  const words = [...text.matchAll(STRONG), ...text.matchAll(FIGURE)].map(([found]) =>
    found.trim().replace(/[.,]$/, ''),
  );
  return [...new Set(words)].filter((found) => found !== '' && !known.includes(found.toLowerCase()));
}
