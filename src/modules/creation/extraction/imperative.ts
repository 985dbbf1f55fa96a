import { baseOfGerund, baseOfPast, isNarrative, verbHood } from './verbs.ts';

const LEAD =
  /^(?:(?:so|and|but|now|well|ok|okay|yeah|yes|right|right then|look|see|basically|essentially|effectively|actually|honestly|frankly|again|anyway|also|of course|obviously|like|um+|uh+|er+|i mean|you know|you see|i think|i guess|i would say|i'd say|let me say|what happens is|thus|accordingly|therefore|hence|proceeding thus|at last|for this purpose|to this end|to start|to begin with)(?:,|\s+--|\s+-|\b)\s*)+/i;
const SEQUENCE =
  /^(?:(?:and |so |now |but )?(?:first(?:ly)?(?: of all)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|next(?: up)?|then|after(?:wards?| that| this| which)|later(?: on)?|finally|lastly|last(?: of all)?|at last|from there|at (?:this|that) point|at the end|in the end|step (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|(?:number|rule) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|once (?:that|this|it)(?:'s|’s| is| was)? (?:done|in place|finished|ready)|when (?:that|this) is done|the (?:first|second|third|next|last) time|before anything else|day (?:\d{1,2}|one|two|three)|week (?:\d{1,2}|one|two|three))\b\s*[,:.–—-]*\s*)+/i;
const FRONT_START =
  /^(?:after|before|once|when|whenever|if|while|as soon as|for|in|on|at|every|each|by|with|to|beside|from|as|since|until|whatever|instead of|during|without|under)\b/i;
const ADVERBS =
  '(?:(?:always|never|usually|typically|generally|normally|often|just|then|also|actually|simply|really|still|first|only|basically|deliberately|literally|now|immediately|especially|kind of|sort of|ever|even|therefore|carefully|again|next|probably|kindly|always|to)\\s+)*';
const MODALS =
  "(?:should|must|can|could|may|might|will|would|shall|ought to|need to|needed to|have to|had to|has to|want to|wanted to|have got to|'ve got to|’ve got to|got to|gotta|'ll|’ll|'d|’d|are going to|'re going to|’re going to|am going to|'m going to|’m going to|like to|try to|tried to|decided to|determined to|resolved to|chose to|choose to|agreed to|managed to|learned to|began to|started to|start to|used to|prefer to|preferred to|ended up|make it a point to|would like to|'d like to|better|had better|'d better)";
const SUBJECT = new RegExp(
  `^(?:(?:what|all|the (?:first |second |next |last |other |only |main |best )?(?:thing|step|part|trick|rule|key|point|idea|job))(?: that)?(?: (?:i|we|you|people|they))?${'\\s*'}(?:${MODALS.slice(3, -1)}|always|usually|typically|normally|then|actually|here|now|first)?\\s*(?:do|did|does|have to do|need to do|want to do|would do|tell people)?(?: (?:here|now|next|first|then|there))?\\s+(?:is|was|are|'s)(?: that)?\\s+(?:to\\s+|just\\s+)?)`,
  'i',
);
const PERSON = new RegExp(`^(?:i|we|you|let's|let’s|let us)(?=[\\s'’])\\s*${ADVERBS}(?:${MODALS}\\s+)?${ADVERBS}`, 'i');
const MAKE_SURE = /^(?:(?:you(?:'ll|’ll| will)? (?:want|need) to |it(?:'s| is|’s) (?:important|essential|vital|critical|best|worth|a good idea|wise|better|helpful) (?:to |that you )))/i;
const TELL = /^(?:i|we) (?:always |usually |then |also )?(?:tell|ask|advise|teach|recommend|encourage|urge|want|get|make|have) (?:people|them|everyone|everybody|studios|clients|students|my clients|owners|teams|founders|customers|readers|him|her|you)(?: that they| they| to)? (?:should |must |have to |need to |to )?/i;

const FOLLOWS_MAYBE =
  /^(?:the|a|an|your|their|his|her|its|our|my|each|every|all|both|any|some|this|that|these|those|it|them|him|us|me|yourself|who|what|where|when|how|why|whether|which|one|two|three|four|five|six|seven|eight|nine|ten|\d+|to|for|with|on|in|out|up|down|off|from|at|about|into|against|around|through|over|before|after|until|everything|everyone|anything|something|nothing|only|more|less|no|not|enough|as|if|early|first|small|yourselves|people|lots|ahead|back|by|only|directly|other|another)$/i;

export interface Imperative {
  /** The clause as an instruction: starts with a capital verb, second person. */
  text: string;
  verb: string;
  /** How it stood in the source. */
  form: 'imperative' | 'directive' | 'practice' | 'past' | 'gerund';
  /** Explicit place in an order: "first", "then", "finally". */
  sequence?: string;
  negative: boolean;
}

/** Strips fillers and turns of speech that carry nothing. */
export function withoutFillers(text: string): string {
  return text
    .replace(/\[(?:laughs?|laughter|unintelligible[^\]]*|crosstalk|music|pause|applause)\]/gi, '')
    .replace(/, (?:you know|i mean|sort of|kind of|like i said|as i said|so to speak|if you want|to be honest|and what have you|or whatever|or what have you|you understand|you see|frankly|quite frankly|basically|actually|literally)(?=[,.;!?]|$)/gi, '')
    .replace(/\b(?:um+|uh+|erm)\b,?\s*/gi, '')
    .replace(/,? (?:you know|i mean|frankly|you see),/gi, ',')
    .replace(/\b(?:we|I|you|they) (?:actually|basically|literally|frankly|kind of|sort of) (?=\w)/gi, (part) => `${part.split(' ')[0]} `)
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** The sequence word a sentence opens with, if any: "first", "then", "after that". */
export function sequenceOf(text: string): string | undefined {
  const bare = text.replace(LEAD, '');
  const match = SEQUENCE.exec(bare) ?? SEQUENCE.exec(text);
  if (match !== null) return match[0].toLowerCase().replace(/[^a-z0-9 ]/g, '').trim();
  const thing = /^(?:(?:and|so|now|but|well),?\s+)*the (first|second|third|fourth|fifth|next|last|final|other)(?: (?:thing|step|part|stage|phase|move|job|one|rule|question))?\b/i.exec(text);
  if (thing?.[1] !== undefined) return thing[1].toLowerCase();
  return /^(?:and |so )?now\b,?/i.test(text) ? 'now' : undefined;
}

/** Reads a sentence as an instruction, a long one clause by clause; undefined when it is none. */
export function imperativeOf(sentence: string): Imperative | undefined {
  const whole = readClause(sentence);
  if (whole !== undefined || sentence.length < 60) return whole;
  if (/;/.test(sentence)) {
    for (const clause of sentence.split(/;\s+/)) {
      const found = clause.length > 12 ? (readClause(clause) ?? lateClause(clause)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return lateClause(sentence);
}

/** "My intention being …, I arranged them so": the deed after a long approach. */
function lateClause(sentence: string): Imperative | undefined {
  for (const match of sentence.slice(0, 420).matchAll(/[,–—-]\s+(?:and |so |then |but )?(?=(?:I|we|let's|let’s)\s)/g)) {
    if (/\b(?:said|says|say|was|is|asked|asks|thought|answers?|answered|wrote|writes|told \w+)$/i.test(sentence.slice(0, match.index))) continue;
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
  const body = secondPerson(tail, form === 'past');
  if (verb === '') return { text: finish(capital(tail)), verb: 'be', form, negative: false, ...(sequence === undefined ? {} : { sequence }) };
  const lead = negative ? `${negative} ${verb}` : verb;
  const main = `${lead}${body === '' ? '' : /^[,.;:!?]/.test(body) ? body : ` ${body}`}`;
  const clause = secondPerson(front, form === 'past', false);
  const text = front === '' ? capital(main) : `${capital(clause)}, ${main}`;
  return { text: finish(text), verb, form, negative: negative !== '', ...(sequence === undefined ? {} : { sequence }) };
}

/** Where the main clause starts after a clause in front: "After the outcome, …, you list", "For each job open". */
function frontClause(text: string): number {
  if (!FRONT_START.test(text)) return 0;
  for (const comma of text.slice(0, 130).matchAll(/,\s+(?:then\s+)?/g)) {
    const after = comma.index + comma[0].length;
    if (/^and\b/.test(text.slice(after))) continue;
    if (opening(text.slice(after)) !== undefined) return after;
  }
  const bare = /^(?:for|on|in|at|beside|with) (?:each|every|the(?! (?:first|second|third|end) )|that|this) [\w'’-]+(?: (?:in|on|of) [\w'’-]+(?: \w+)?)? (?=[a-z]+ (?:the|a|an|your|down|who|what|it|one|two|three|each|every)\b)/i.exec(text);
  return bare !== null && verbAt(text.slice(bare[0].length), true) !== undefined ? bare[0].length : 0;
}

interface Opening {
  verb: string;
  tail: string;
  form: Imperative['form'];
  negative: string;
}

function opening(text: string): Opening | undefined {
  const direct = verbAt(text, false);
  if (direct !== undefined) return { ...direct, form: 'imperative' };
  let rest = text;
  let form: Imperative['form'] | undefined;
  for (const pattern of [SUBJECT, MAKE_SURE, TELL]) {
    const match = pattern.exec(rest);
    if (match !== null) {
      rest = rest.slice(match[0].length);
      form = 'directive';
      break;
    }
  }
  const person = PERSON.exec(rest);
  if (person !== null) {
    const words = person[0].toLowerCase();
    if (/\b(?:could|would|might|may|will|shall|can|like|love|hate|better)\b|['’](?:d|ll)\b/.test(words) && form === undefined) {
      if (!/^you (?:can|will|could)\b/.test(words)) return undefined;
    }
    if (/^(?:do|did|does|have|had|'ve|’ve|has|am|'m|are|'re|was|were)\b(?! (?:it|the|this|that|one|two|three|a (?:test|trial|check|review)) )/i.test(rest.slice(person[0].length))) {
      if (!/\b(?:should|must|need|have to|has to|want to|ought|got to)\b/.test(words)) return undefined;
    }
    const modal = /should|must|need|have to|has to|had to|want to|ought|got to|gotta|let/.test(words);
    rest = rest.slice(person[0].length);
    form = form ?? (modal || words.startsWith('you') || words.startsWith('one') ? 'directive' : 'practice');
    if (/^(?:not|never)\b/.test(rest) || /\bnever\s*$/.test(words)) form = 'directive';
  }
  if (form === undefined) return passive(text);
  const verb = verbAt(rest, true);
  if (verb !== undefined) {
    const never = person !== null && /\bnever\s*$/i.test(person[0].trimEnd()) ? 'never' : verb.negative;
    const decided = /decided|determined|resolved|chose|started|began|managed|had to|needed|tried/.test(person?.[0] ?? '');
    return { ...verb, negative: never, form: decided && form === 'practice' ? 'past' : form };
  }
  const word = /^[a-z]+/i.exec(rest)?.[0] ?? '';
  const gerund = baseOfGerund(word.toLowerCase());
  if (gerund !== undefined && (form === 'directive' || /ended up|start|began/.test(person?.[0] ?? ''))) {
    return { verb: gerund, tail: rest.slice(word.length).trim(), form: 'directive', negative: '' };
  }
  const past = baseOfPast(word.toLowerCase());
  if (past !== undefined && person !== null && !/^you/i.test(person[0]) && past !== 'be') {
    if (isNarrative(past) && !/^(?:through|into|back|over)\b/.test(rest.slice(word.length).trim())) return undefined;
    return { verb: past, tail: rest.slice(word.length).trim(), form: 'past', negative: '' };
  }
  return undefined;
}

/** "Tasks should be assigned to one person": an instruction that stays as it stands. */
function passive(text: string): Opening | undefined {
  const match = /^[^,.;:]{3,60}? (?:should|must|need to|needs to|has to|have to) (?:always |never )?be (\w+)/i.exec(text);
  const base = baseOfPast((match?.[1] ?? '').toLowerCase());
  return base === undefined || /^(?:i|we|you|it|this|that|there|they|he|she)\b/i.test(text) ? undefined : { verb: '', tail: text, form: 'directive', negative: '' };
}

/** The verb at the start of a clause: "make …", "don't make …", "never make …", "always ask …". */
function verbAt(text: string, known: boolean): { verb: string; tail: string; negative: string } | undefined {
  const match = /^(?:(do not|don't|don’t|never|not|stop|avoid)\s+)?(?:(always|please|just|simply|immediately|carefully|also|only|then|quickly|kindly|gradually|instead)\s+)?([a-z]+(?:-[a-z]+)?)\b(.*)$/is.exec(text);
  if (match === null) return undefined;
  const [, not = '', , word = '', tail = ''] = match;
  const verb = word.toLowerCase();
  if (/^(?:stop|avoid)$/i.test(not)) {
    const base = baseOfGerund(verb);
    return base === undefined ? verbAtPlain(not.toLowerCase(), ` ${word}${tail}`, known) : { verb: not.toLowerCase(), tail: `${word}${tail}`, negative: '' };
  }
  const negative = not === '' ? '' : /never/i.test(not) ? 'never' : 'do not';
  const plain = verbAtPlain(verb, tail, known || negative !== '');
  return plain === undefined ? undefined : { ...plain, negative };
}

function verbAtPlain(verb: string, tail: string, known: boolean): { verb: string; tail: string; negative: string } | undefined {
  if (verb === 'be' && /^ (?:specific|clear|ready|prepared|sure|careful|honest|patient|quiet|consistent|brief|kind|the)\b/.test(tail)) {
    return { verb, tail: tail.trim(), negative: '' };
  }
  const hood = verbHood(verb);
  if (hood === undefined) return undefined;
  const rest = tail.trim();
  const next = /^[\p{L}\p{N}$€£]+/u.exec(rest)?.[0] ?? '';
  if (/^(?:is|are|was|were|has|had|will|would|can|could|should|must|may|might|does|did|that|who|of)$/i.test(next) && !known) return undefined;
  if (!known && /^(?:(?!(?:what|who|which|how|where|when|why|whether|that|if|and|or|it|everything|all)\b)[\w'’-]+ ){1,2}(?:went|was|were|is|are|has|had|came|goes|means|makes|takes)\b/i.test(rest)) return undefined;
  if (hood === 'maybe' && !known && !FOLLOWS_MAYBE.test(next) && !/^\s*[:.]?$/.test(tail)) return undefined;
  if (hood === 'sure' && !known && next === '' && !/^(?:repeat|listen|wait|rest|smile|stop|start|apologize|apologise|proceed|verify|update|clean|practise|practice|review)$/.test(verb)) return undefined;
  return { verb, tail: rest, negative: '' };
}

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
    .split(/(["“][^"”]*["”])/)
    .map((part) => {
      if (/^["“]/.test(part)) return part;
      let out = part.replace(/\b(and|then|or) (?:I|we|you) ((?:then |also |always )?)(\w+)/g, (whole, link: string, adverb: string, verb: string) => {
        if (!joins || /^(?:have|can|are|do|had|will|know|may|need|want|lose|get|see)$/.test(verb)) return whole;
        const base = past ? baseOfPast(verb.toLowerCase()) : verbHood(verb.toLowerCase()) === undefined ? undefined : verb;
        return base === undefined ? whole : `${link} ${adverb}${base}`;
      });
      if (past) {
        out = out.replace(/\b(I|we) (\w+)/g, (whole, who: string, verb: string) => {
          const base = baseOfPast(verb.toLowerCase());
          return base === undefined || base === 'be' ? whole : `${who} ${base}`;
        });
        out = out.replace(/(\band|,) ((?:then |also )?)(\w+ed|built|made|let|set|put|wrote|gave|told|took|ran|kept|sent)\b(?! by\b)/g, (whole, link: string, adverb: string, verb: string) => {
          const base = baseOfPast(verb.toLowerCase());
          return base === undefined ? whole : `${link} ${adverb}${base}`;
        });
      }
      for (const [pattern, word] of FLIPS) out = out.replace(pattern, word);
      return out;
    })
    .join('');
}

/** "Spreading the word" -> "Spread the word"; undefined when the heading does not start with a gerund. */
export function fromGerund(heading: string): { text: string; verb: string } | undefined {
  const match = /^([A-Za-z]+ing)\b\s*(.*)$/s.exec(heading.trim());
  const verb = baseOfGerund((match?.[1] ?? '').toLowerCase());
  if (match === null || verb === undefined || (match[2] ?? '') === '' || /^(?:is|are|was|of)\b/.test(match[2] ?? '')) return undefined;
  return { text: capital(`${verb} ${match[2]}`), verb };
}

export function capital(text: string): string {
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1);
}

function finish(text: string): string {
  const clean = text.replace(/\s+/g, ' ').replace(/\s+([,.;:!?])/g, '$1').replace(/[,;:–—-]+$/, '').trim();
  return /[.!?…"”)]$/.test(clean) ? clean : `${clean}.`;
}
