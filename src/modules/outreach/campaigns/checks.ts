import { fieldsIn, mergeFields, mergeText } from './merge.ts';

/** One thing that a mail's text shows. */
export interface MailFinding {
  key: 'length' | 'subject' | 'spam' | 'fields' | 'links' | 'grade' | 'personal' | 'claims';
  state: 'good' | 'warning' | 'red';
  finding: string;
}

export interface MailChecks {
  findings: MailFinding[];
  words: number;
  /** Flesch-Kincaid grade. */
  readingGrade: number;
}

// Words that filters and readers take for advertising (the common core of published lists).
const SPAM =
  /\b(?:100% free|act now|amazing deal|apply now|best price|buy now|cash bonus|click here|double your|earn money|free money|guaranteed|limited time|make money|miracle|no obligation|once in a lifetime|order now|risk[- ]free|special promotion|urgent|winner|you have been selected)\b/gi;

const LONGEST_WORDS = 150;
const LONGEST_SUBJECT = 60;
const HIGHEST_GRADE = 9;

/**
 * Looks at one mail as a filter and a busy reader would.
 * @param custom names of further fields that the lists bring
 */
export function checkMail(
  { subject, body, position }: { subject: string; body: string; position: number },
  { custom = [], unsupported = [] }: { custom?: string[]; unsupported?: string[] } = {},
): MailChecks {
  const shown = mergeText(body, EXAMPLE).text;
  const words = wordsIn(shown);
  const readingGrade = gradeOf(shown);
  const findings: MailFinding[] = [];
  const say = (key: MailFinding['key'], state: MailFinding['state'], finding: string) =>
    findings.push({ key, state, finding });

  if (words === 0) say('length', 'red', 'The mail has no words.');
  else if (words > LONGEST_WORDS)
    say('length', 'warning', `${words} words; up to ${LONGEST_WORDS} are read.`);
  else say('length', 'good', `${words} words.`);

  if (subject.trim() === '') say('subject', 'red', 'The subject is empty.');
  else if (subject.length > LONGEST_SUBJECT)
    say('subject', 'warning', `The subject has ${subject.length} characters; phones show about 40.`);
  else if (/[A-Z]{5,}|!{2,}/.test(subject)) say('subject', 'warning', 'The subject shouts.');
  else if (position === 1 && /^(?:re|fwd?):/i.test(subject))
    say('subject', 'red', 'A first mail must not pretend to be an answer.');
  else say('subject', 'good', `${subject.length} characters.`);

  const spam = [...new Set([...`${subject} ${body}`.matchAll(SPAM)].map(([word]) => word.toLowerCase()))];
  if (spam.length > 0) say('spam', 'warning', `Sounds like advertising: ${spam.join(', ')}.`);
  else say('spam', 'good', 'No words that filters look for.');

  const fields = fieldsIn(`${subject} ${body}`);
  const known = new Set([...Object.keys(mergeFields), ...custom]);
  const unknown = [...new Set(fields.map(({ name }) => name).filter((name) => !known.has(name)))];
  const bare = [
    ...new Set(fields.filter(({ fallback }) => fallback === null).map(({ name }) => name)),
  ].filter((name) => name !== 'sender_name' && !unknown.includes(name));
  if (/\{\{(?![^{}]*\}\})|(?<!\{\{[^{}]*)\}\}/.test(`${subject} ${body}`))
    say('fields', 'red', 'A merge field is not closed.');
  else if (unknown.length > 0) say('fields', 'red', `Unknown merge fields: ${unknown.join(', ')}.`);
  else if (bare.length > 0)
    say('fields', 'warning', `Without fallback: ${bare.join(', ')}. Whoever lacks it gets no mail.`);
  else say('fields', 'good', 'Every merge field has a fallback.');

  const links = body.match(/https?:\/\/\S+/g) ?? [];
  if (links.length > 2) say('links', 'warning', `${links.length} links; one is enough.`);
  else if (links.some((link) => /bit\.ly|tinyurl|t\.co\//i.test(link)))
    say('links', 'warning', 'A shortened link hides where it leads.');
  else
    say(
      'links',
      'good',
      links.length === 0 ? 'No links.' : `${links.length === 1 ? 'One link' : 'Two links'}.`,
    );

  if (readingGrade > HIGHEST_GRADE)
    say('grade', 'warning', `Reading grade ${readingGrade}; ${HIGHEST_GRADE} or less reads easily.`);
  else say('grade', 'good', `Reading grade ${readingGrade}.`);

  if (position === 1 && fields.length === 0) say('personal', 'warning', 'Nothing in it is about the person.');
  else say('personal', 'good', fields.length === 0 ? 'A follow-up.' : `${fields.length} merge fields.`);

  if (unsupported.length > 0)
    say('claims', 'warning', `Not on the site: ${unsupported.map((words) => `“${words}”`).join(', ')}.`);
  return { findings, words, readingGrade };
}

const EXAMPLE = {
  first_name: 'Ada',
  last_name: 'Byron',
  company: 'Acme',
  job_title: 'Head',
  sender_name: 'Sam',
};

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

/** Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words/sentences + 11.8 syllables/words - 15.59; not below 0. */
export function gradeOf(text: string): number {
  const plain = text.replace(/https?:\/\/\S+/g, '');
  const words = plain.match(/[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]*/g) ?? [];
  if (words.length === 0) return 0;
  const sentences = Math.max(
    1,
    plain.split(/[.!?:]+(?:\s|$)|\n{2,}/).filter((part) => /\w/.test(part)).length,
  );
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}

function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-zà-ÿ]/g, '');
  const groups = plain.replace(/(?:[^laeiouy]es|[^laeiouy]e|ed)$/, '').match(/[aeiouyà-ÿ]+/g);
  return Math.max(1, groups?.length ?? 1);
}
