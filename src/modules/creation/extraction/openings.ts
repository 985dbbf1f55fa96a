import { baseOfGerund, baseOfPast, isNarrative, verbHood } from './verbs.ts';

const FRONT_START =
  /^(?:after|before|once|when|whenever|if|while|as soon as|for (?=each|every|the|this|that|an?|one|two|three|your|\w+ing)|in|on|at|every|each|by|with|to|beside|from|as|since|until|whatever|instead of|during|without|under)(?:\b|(?<= ))/i;
const ADVERBS =
  '(?:(?:always|never|usually|typically|generally|normally|often|just|then|also|actually|simply|really|still|first|only|basically|deliberately|literally|now|immediately|especially|kind of|sort of|ever|even|therefore|carefully|again|next|probably|kindly|always|to)\\s+)*';
const MODALS =
  "(?:should|must|can|could|may|might|will|would|shall|ought to|need to|needed to|have to|had to|has to|want to|wanted to|have got to|'ve got to|’ve got to|got to|gotta|'ll|’ll|'d|’d|are going to|'re going to|’re going to|am going to|'m going to|’m going to|like to|try to|tried to|decided to|determined to|resolved to|proposed to (?:myself|ourselves)(?:, [^,]{3,60},)? to|chose to|choose to|agreed to|managed to|learned to|began to|started to|start to|used to|prefer to|preferred to|ended up|make it a point to|would like to|'d like to|better|had better|'d better)";
const SUBJECT = new RegExp(
  `^(?:(?:what|all|the (?:first |second |next |last |other |only |main |best )?(?:thing|step|part|trick|rule|key|point|idea|job))(?: that)?(?: (?:i|we|you|people|they))?${'\\s*'}(?:${MODALS.slice(3, -1)}|always|usually|typically|normally|then|actually|here|now|first)?\\s*(?:do|did|does|have to do|need to do|want to do|would do|tell people)?(?: (?:here|now|next|first|then|there))?\\s+(?:is|was|are|'s),?(?: that)?\\s+(?:to\\s+|just\\s+)?)`,
  'i',
);
const PERSON = new RegExp(
  `^(?:i|we|you|let's|let’s|let us)(?=[\\s'’])\\s*${ADVERBS}(?:${MODALS}\\s+)?${ADVERBS}`,
  'i',
);
const MAKE_SURE =
  /^(?:(?:you(?:'ll|’ll| will)? (?:want|need) to |it(?:'s| is|’s) (?:important|essential|vital|critical|best|worth|a good idea|wise|better|helpful) (?:to |that you )))/i;
const TELL =
  /^(?:i|we) (?:always |usually |then |also )?(?:tell|ask|advise|teach|recommend|encourage|urge|want|get|make|have) (?:people|them|everyone|everybody|studios|clients|students|my clients|owners|teams|founders|customers|readers|him|her|you)(?: that they| they| to)? (?:should |must |have to |need to |to )?/i;

const FOLLOWS_MAYBE =
  /^(?:the|a|an|your|their|his|her|its|our|my|each|every|all|both|any|some|this|that|these|those|it|them|him|us|me|yourself|who|what|where|when|how|why|whether|which|one|two|three|four|five|six|seven|eight|nine|ten|\d+|to|for|with|on|in|out|up|down|off|from|at|about|into|against|around|through|over|before|after|until|everything|everyone|anything|something|nothing|only|more|less|no|not|enough|as|if|early|first|small|yourselves|people|lots|ahead|back|by|only|directly|other|another)$/i;

/** How an instruction stood in the source. */
export type Form = 'imperative' | 'directive' | 'practice' | 'past' | 'gerund';

/** Where the main clause starts after a clause in front: "After the outcome, …, you list", "For each job open". */
export function frontClause(text: string): number {
  if (!FRONT_START.test(text)) return 0;
  for (const comma of text.slice(0, 130).matchAll(/,\s+(?:then\s+)?/g)) {
    const after = comma.index + comma[0].length;
    if (/^and\b/.test(text.slice(after))) continue;
    if (opening(text.slice(after)) !== undefined) return after;
  }
  const bare =
    /^(?:for|on|in|at|beside|with) (?:each|every|the(?! (?:first|second|third|end) )|that|this) [\w'’-]+(?: (?:in|on|of) [\w'’-]+(?: \w+)?)? (?=[a-z]+ (?:the|a|an|your|down|who|what|it|one|two|three|each|every)\b)/i.exec(
      text,
    );
  return bare !== null && verbAt(text.slice(bare[0].length), true) !== undefined ? bare[0].length : 0;
}

/** A clause taken apart: its verb, what follows, and how it stood. */
export interface Opening {
  verb: string;
  tail: string;
  form: Form;
  negative: string;
  /** The verb stood in the past, so verbs beside it do too. */
  past?: boolean;
}

/** Reads the start of a clause as something to do; undefined when it is none. */
export function opening(text: string): Opening | undefined {
  const by = /^by ([a-z]+ing) (.{8,})$/is.exec(text);
  const means = by === null ? undefined : baseOfGerund((by[1] ?? '').toLowerCase());
  if (means !== undefined)
    return { verb: means, tail: by?.[2] ?? '', form: 'practice', past: true, negative: '' };
  const direct = verbAt(text, false);
  if (direct !== undefined) return { ...direct, form: 'imperative' };
  let rest = text;
  let form: Form | undefined;
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
    if (
      /\b(?:could|would|might|may|will|shall|can|like|love|hate|better)\b|['’](?:d|ll)\b/.test(words) &&
      form === undefined
    ) {
      if (!/^you (?:can|will|could)\b/.test(words)) return undefined;
    }
    if (
      /^(?:do(?! (?:it|the|this|that|one|two|three|a (?:test|trial|check|review)) )|did|does|have|had|'ve|’ve|has|am|'m|are|'re|was|were)\b/i.test(
        rest.slice(person[0].length),
      )
    ) {
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
    const decided =
      /decided|determined|resolved|proposed|chose|started|began|managed|had to|needed|tried/.test(
        person?.[0] ?? '',
      );
    return { ...verb, negative: never, form: decided ? 'past' : form };
  }
  const word = /^[a-z]+/i.exec(rest)?.[0] ?? '';
  const gerund = baseOfGerund(word.toLowerCase());
  if (gerund !== undefined && (form === 'directive' || /ended up|start|began/.test(person?.[0] ?? ''))) {
    return { verb: gerund, tail: rest.slice(word.length).trim(), form: 'directive', negative: '' };
  }
  if (
    /\b(?:decided|determined|resolved|chose|agreed) to\s*$/i.test(person?.[0] ?? '') &&
    /^[a-z]{4,}$/.test(word)
  ) {
    return { verb: word, tail: rest.slice(word.length).trim(), form: 'past', negative: '' };
  }
  const past = baseOfPast(word.toLowerCase());
  if (past !== undefined && person !== null && !/^you/i.test(person[0]) && past !== 'be') {
    if (
      isNarrative(past) &&
      form !== 'directive' &&
      !/^(?:through|into|back|over)\b/.test(rest.slice(word.length).trim())
    )
      return undefined;
    return {
      verb: past,
      tail: rest.slice(word.length).trim(),
      form: form === 'directive' ? 'directive' : 'past',
      past: true,
      negative: '',
    };
  }
  return undefined;
}

/** "Tasks should be assigned to one person": an instruction that stays as it stands. */
function passive(text: string): Opening | undefined {
  const match =
    /^[^,.;:]{3,60}? (?:should|must|need to|needs to|has to|have to) (?:always |never |usually )?(?:not )?be (\w+)/i.exec(
      text,
    );
  const base = baseOfPast((match?.[1] ?? '').toLowerCase());
  const norm =
    base !== undefined ||
    /^(?:no|at|as|short|brief|clear|specific|kept|honest|simple|small|able|ready|one)$/i.test(
      match?.[1] ?? '',
    );
  return !norm || /^(?:i|we|you|it|this|that|there|they|he|she)\b/i.test(text)
    ? undefined
    : { verb: '', tail: text, form: 'directive', negative: '' };
}

/** The verb at the start of a clause: "make …", "don't make …", "never make …", "always ask …". */
function verbAt(text: string, known: boolean): { verb: string; tail: string; negative: string } | undefined {
  const match =
    /^(?:(do not|don't|don’t|never|not|stop|avoid)\s+)?(?:(always|please|just|simply|immediately|carefully|also|only|then|quickly|kindly|gradually|instead)\s+)?([a-z]+(?:-[a-z]+)?)\b(.*)$/is.exec(
      text,
    );
  if (match === null) return undefined;
  const [, not = '', , word = '', tail = ''] = match;
  const verb = word.toLowerCase();
  if (/^(?:stop|avoid)$/i.test(not)) {
    const base = baseOfGerund(verb);
    return base === undefined
      ? verbAtPlain(not.toLowerCase(), ` ${word}${tail}`, known)
      : { verb: not.toLowerCase(), tail: `${word}${tail}`, negative: '' };
  }
  const negative = not === '' ? '' : /never/i.test(not) ? 'never' : 'do not';
  const plain = verbAtPlain(verb, tail, known || negative !== '');
  return plain === undefined ? undefined : { ...plain, negative };
}

function verbAtPlain(
  verb: string,
  tail: string,
  known: boolean,
): { verb: string; tail: string; negative: string } | undefined {
  if (
    verb === 'be' &&
    /^ (?:specific|clear|ready|prepared|sure|careful|honest|patient|quiet|consistent|brief|kind|the)\b/.test(
      tail,
    )
  ) {
    return { verb, tail: tail.trim(), negative: '' };
  }
  const hood = verbHood(verb);
  if (hood === undefined) return undefined;
  const rest = tail.trim();
  const next = /^[\p{L}\p{N}$€£]+/u.exec(rest)?.[0] ?? '';
  if (
    /^(?:is|are|was|were|has|had|will|would|can|could|should|must|may|might|does|did|that|who|of)$/i.test(
      next,
    ) &&
    !known
  )
    return undefined;
  if (
    !known &&
    /^(?:(?!(?:what|who|which|how|where|when|why|whether|that|if|and|or|it|everything|all)\b)[\w'’-]+ ){1,2}(?:went|was|were|is|are|has|had|came|goes|means|makes|takes)\b/i.test(
      rest,
    )
  )
    return undefined;
  if (verb === 'make' && /^it (?:harder|easier|more difficult|worse|look)\b/i.test(rest)) return undefined;
  if (hood === 'maybe' && !known && !FOLLOWS_MAYBE.test(next) && !/^\s*[:.]?$/.test(tail)) return undefined;
  if (
    hood === 'sure' &&
    !known &&
    next === '' &&
    !/^(?:repeat|listen|wait|rest|smile|stop|start|apologize|apologise|proceed|verify|update|clean|practise|practice|review)$/.test(
      verb,
    )
  )
    return undefined;
  return { verb, tail: rest, negative: '' };
}
