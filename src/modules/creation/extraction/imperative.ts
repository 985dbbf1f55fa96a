import { type Form, frontClause, opening } from './openings.ts';
import { secondPerson } from './second-person.ts';
import { baseOfGerund } from './verbs.ts';

const LEAD =
  /^(?:(?:so|and|but|now|well|ok|okay|yeah|yes|right|right then|look|see|basically|essentially|effectively|actually|honestly|frankly|again|anyway|also|of course|obviously|like|um+|uh+|er+|i mean|you know|you see|i think|i guess|i would say|i'd say|let me say|what happens is|thus|accordingly|therefore|hence|proceeding thus|at last|for this purpose|to this end|to start|to begin with)(?:,|\s+--|\s+-|\b)\s*)+/i;
const SEQUENCE =
  /^(?:(?:and |so |now |but )?(?:first(?:ly)?(?: of all)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|next(?: up)?|then|after(?:wards?| that| this| which)|later(?: on)?|finally|lastly|last(?: of all)?|at last|from there|at (?:this|that) point|at the end|in the end|step (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|(?:number|rule) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|once (?:that|this|it)(?:'s|’s| is| was)? (?:done|in place|finished|ready)|when (?:that|this) is done|the (?:first|second|third|next|last) time|before anything else|day (?:\d{1,2}|one|two|three)|week (?:\d{1,2}|one|two|three))\b\s*[,:.–—-]*\s*)+/i;
export interface Imperative {
  /** The clause as an instruction: starts with a capital verb, second person. */
  text: string;
  verb: string;
  /** How it stood in the source. */
  form: Form;
  /** Explicit place in an order: "first", "then", "finally". */
  sequence?: string;
  negative: boolean;
}

/** Strips fillers and turns of speech that carry nothing. */
export function withoutFillers(text: string): string {
  return text
    .replace(/\[(?:laughs?|laughter|unintelligible[^\]]*|crosstalk|music|pause|applause)\]/gi, '')
    .replace(
      /, (?:you know|i mean|sort of|kind of|like i said|as i said|so to speak|if you want|to be honest|and what have you|or whatever|or what have you|you understand|you see|frankly|quite frankly|basically|actually|literally)(?=[,.;!?]|$)/gi,
      '',
    )
    .replace(/\b(?:um+|uh+|erm)\b,?\s*/gi, '')
    .replace(/,? (?:you know|i mean|frankly|you see),/gi, ',')
    .replace(
      /\b(?:we|I|you|they) (?:actually|basically|literally|frankly|kind of|sort of) (?=\w)/gi,
      (part) => `${part.split(' ')[0]} `,
    )
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** The sequence word a sentence opens with, if any: "first", "then", "after that". */
export function sequenceOf(text: string): string | undefined {
  const bare = text.replace(LEAD, '');
  const match = SEQUENCE.exec(bare) ?? SEQUENCE.exec(text);
  if (match !== null)
    return match[0]
      .toLowerCase()
      .replace(/[^a-z0-9 ]/g, '')
      .trim();
  const thing =
    /^(?:(?:and|so|now|but|well),?\s+)*the (first|second|third|fourth|fifth|next|last|final|other)(?: (?:thing|step|part|stage|phase|move|job|one|rule|question))?\b/i.exec(
      text,
    );
  if (thing?.[1] !== undefined) return thing[1].toLowerCase();
  return /^(?:and |so )?now\b,?/i.test(text) ? 'now' : undefined;
}

/** Reads a sentence as an instruction, a long one clause by clause; undefined when it is none. */
export function imperativeOf(sentence: string): Imperative | undefined {
  const whole = readClause(sentence);
  if (whole !== undefined || sentence.length < 60) return whole;
  if (!/;/.test(sentence)) return lateClause(sentence);
  const found = sentence
    .split(/;\s+/)
    .map((clause) => (clause.length > 12 ? (readClause(clause) ?? lateClause(clause)) : undefined));
  const acts = found.filter((clause) => clause !== undefined);
  return acts.find((clause) => !MENTAL.test(clause.verb)) ?? acts[0];
}

/** Verbs of thinking: true, but nothing to do. */
const MENTAL =
  /^(?:think|judge|suppose|believe|conceive|imagine|expect|consider|guess|know|see|feel|find|notice|wonder|conclude|presume)$/;

/** "My intention being …, I arranged them so": the deed after a long approach. */
function lateClause(sentence: string): Imperative | undefined {
  for (const match of sentence
    .slice(0, 420)
    .matchAll(/[,–—-]\s+(?:and |so |then |but )?(?=(?:I|we|let's|let’s)\s)/g)) {
    if (
      /\b(?:said|says|say|was|is|asked|asks|thought|answers?|answered|wrote|writes|told \w+)$/i.test(
        sentence.slice(0, match.index),
      )
    )
      continue;
    const found = readClause(sentence.slice(match.index + match[0].length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function readClause(sentence: string): Imperative | undefined {
  const clean = withoutFillers(sentence).replace(/^["“‘'(\s]+/, '');
  if (clean.endsWith('?') || clean.length < 6) return undefined;
  const sequence = sequenceOf(clean);
  let rest = clean;
  let front = '';
  for (let round = 0; round < 3; round += 1) {
    const before = rest;
    rest = rest.replace(LEAD, '').replace(SEQUENCE, '');
    if (front === '') {
      const cut = frontClause(rest);
      if (cut > 0) {
        front = rest.slice(0, cut).replace(/,\s*$/, '').trim();
        rest = rest.slice(cut).trim();
      }
    }
    if (rest === before) break;
  }
  const found = opening(rest);
  if (found === undefined) return undefined;
  const { verb, tail, form, negative } = found;
  const past = form === 'past' || found.past === true;
  const body = secondPerson(tail, past);
  if (verb === '')
    return {
      text: finish(capital(tail)),
      verb: 'be',
      form,
      negative: false,
      ...(sequence === undefined ? {} : { sequence }),
    };
  const lead = negative ? `${negative} ${verb}` : verb;
  const main = `${lead}${body === '' ? '' : /^[,.;:!?]/.test(body) ? body : ` ${body}`}`;
  const clause = secondPerson(front, past, false);
  const text = front === '' ? capital(main) : `${capital(clause)}, ${main}`;
  return {
    text: finish(text),
    verb,
    form,
    negative: negative !== '',
    ...(sequence === undefined ? {} : { sequence }),
  };
}

/** "Spreading the word" -> "Spread the word"; undefined when the heading does not start with a gerund. */
export function fromGerund(heading: string): { text: string; verb: string } | undefined {
  const match = /^([A-Za-z]+ing)\b\s*(.*)$/s.exec(heading.trim());
  const verb = baseOfGerund((match?.[1] ?? '').toLowerCase());
  if (
    match === null ||
    verb === undefined ||
    (match[2] ?? '') === '' ||
    /^(?:is|are|was|of)\b/.test(match[2] ?? '')
  )
    return undefined;
  return { text: capital(`${verb} ${match[2]}`), verb };
}

export function capital(text: string): string {
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1);
}

function finish(text: string): string {
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/[,;:–—-]+$/, '')
    .trim();
  return /[.!?…"”)]$/.test(clean) ? clean : `${clean}.`;
}
