import type { Draft, Step } from '../playbooks/step.ts';

/**
 * Straight quotation marks and apostrophes as a printer would set them. Citations are not passed through here:
 * they stay letter for letter.
 */
export function curl(text: string, language: string): string {
  const apostrophes = text.replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’');
  if (!language.startsWith('en')) return apostrophes;
  return apostrophes
    .replace(/"(?=[\p{L}\p{N}€$£(])(?<=^"|[\s(—–-]")/gu, '“')
    .replace(/"/g, '”')
    .replace(/'(?=[\p{L}\p{N}])(?<=^'|[\s(“]')/gu, '‘')
    .replace(/'/g, '’');
}

/** The words of a playbook as readers see them. Fills are found again by their ids, so only what is shown changes. */
export function typeset(content: Draft, language: string): Draft {
  const set = (text: string): string => curl(text, language);
  const said = <T extends { text: string } | undefined>(field: T): T =>
    field && { ...field, text: set(field.text) };
  return {
    ...content,
    title: set(content.title),
    outcome: said(content.outcome),
    audience: said(content.audience),
    steps: content.steps.map(
      (step): Step => ({
        ...step,
        title: set(step.title),
        why: said(step.why),
        outcome: said(step.outcome),
        inputs: step.inputs.map(said),
        instructions: step.instructions.map(said),
        workedExample: said(step.workedExample),
        commonMistakes: step.commonMistakes.map(said),
        tools: step.tools.map(said),
        doneWhen: said(step.doneWhen),
        nextAction: said(step.nextAction),
        blanks: step.blanks.map((blank) => ({
          ...blank,
          label: set(blank.label),
          ...(blank.hint && { hint: set(blank.hint) }),
        })),
      }),
    ),
  };
}

/** The start of a sentence in the middle of another one; names and "I" keep their capital. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z’']*(\s|$|,)/.test(text) && !/^(I\b|[A-Z][a-z]+ [A-Z])/.test(text)
    ? `${text[0]?.toLowerCase()}${text.slice(1)}`
    : text;

/** "15 minutes", "4 h", "1 h 30 min". */
export function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ''}`;
}

/** The day of a version, in the words of its text: "20 November 2026". */
export const day = (date: Date, language: string): string =>
  date.toLocaleDateString(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** What a reader has in hand after a step, with the words that lead there: an outcome may be a thing or a sentence. */
export function ending(outcome: string): { label: string; text: string } {
  const sentence = /^(?:by the end,? )?(you\b.*)$/is.exec(outcome)?.[1];
  return sentence
    ? { label: 'By the end', text: lowerFirst(sentence) }
    : { label: 'You end with', text: outcome };
}

/** Joins short noun phrases to one sentence: "the brief; your last three requests." */
export const listed = (fields: { text: string }[]): string =>
  fields.map(({ text }, index) => (index === 0 ? text : lowerFirst(text)).replace(/[.;]$/, '')).join('; ');

const CLOSING = /[\s,;.]+$/;

/** A quote of at most so many letters, cut between words. */
export const shorten = (quote: string, most: number): string =>
  quote.length > most
    ? `${quote
        .slice(0, most - 1)
        .replace(/\s+\S*$/, '')
        .replace(CLOSING, '')}…`
    : quote;
