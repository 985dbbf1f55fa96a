import { baseOfPast, verbHood } from './verbs.ts';

const FLIPS: [RegExp, string][] = [
  [/\b(?:I am|I'm|I’m|we are|we're|we’re)\b/g, 'you are'],
  [/\b(?:I|we)['’]ll\b/g, 'you will'],
  [/\b(?:I|we)['’]d\b/g, 'you would'],
  [/\b(?:I was|we were)\b/g, 'you were'],
  [/\b(?:I have|I've|I’ve|we have|we've|we’ve)\b/g, 'you have'],
  [/\b(?:myself|ourselves)\b/g, 'yourself'],
  [/\b(?:my|our)\b/g, 'your'],
  [/\b(?:mine|ours)\b/g, 'yours'],
  [/\b(?:me|us)\b/g, 'you'],
  [/\b(?:I|we)\b/g, 'you'],
];

/** Turns what an expert says of themselves to the reader; what stands in quotation marks stays as it was said. */
export function secondPerson(text: string, past: boolean, joins = true): string {
  return text
    .split(/(["“][^"”]*(?:["”]|$))/)
    .map((part) => {
      if (/^["“]/.test(part)) return part;
      let out = part.replace(
        /\b(and|then|or) (?:I|we|you) ((?:then |also |always )?)(\w+)/g,
        (whole, link: string, adverb: string, verb: string) => {
          if (!joins || /^(?:have|can|are|do|had|will|know|may|need|want|lose|get|see)$/.test(verb))
            return whole;
          const base = past
            ? baseOfPast(verb.toLowerCase())
            : verbHood(verb.toLowerCase()) === undefined
              ? undefined
              : verb;
          return base === undefined ? whole : `${link} ${adverb}${base}`;
        },
      );
      if (past) {
        out = out.replace(/\b(I|we) (\w+)/g, (whole, who: string, verb: string) => {
          const base = baseOfPast(verb.toLowerCase());
          return base === undefined || base === 'be' ? whole : `${who} ${base}`;
        });
        out = out.replace(
          /(\band|,) ((?:then |also )?)(\w+ed|built|made|let|set|put|wrote|gave|told|took|ran|kept|sent)\b(?! by\b)/g,
          (whole, link: string, adverb: string, verb: string) => {
            const base = baseOfPast(verb.toLowerCase());
            return base === undefined ? whole : `${link} ${adverb}${base}`;
          },
        );
      }
      for (const [pattern, word] of FLIPS) out = out.replace(pattern, word);
      return out;
    })
    .join('');
}
