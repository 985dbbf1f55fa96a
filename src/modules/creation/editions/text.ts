import type { Blank, Step } from '../playbooks/step.ts';
import type { Published } from '../readings/service.ts';
import { day, duration, ending, listed, lowerFirst, shorten } from '../readings/typography.ts';

/** What the typesetter gets: words only, every field present. */
export interface EditionText {
  title: string;
  expert: string;
  trade: string;
  outcome: string;
  audience: string;
  language: string;
  version: number;
  date: string;
  url: string;
  /** The address as people write it. */
  address: string;
  outline: { position: number; title: string; open: boolean }[];
  closed: number;
  steps: EditionStep[];
}

interface EditionStep {
  position: number;
  title: string;
  minutes: string;
  why: string;
  /** What the reader ends with, and the words that lead there. */
  outcome: { label: string; text: string };
  inputs: string;
  instructions: string[];
  blanks: { label: string; columns: string[]; rows: number; options: string[] }[];
  example: string;
  mistakes: string[];
  done: string;
  notes: string[];
}

/** The text of an edition that holds only the given steps; the others are named in the outline. */
export function editionText(published: Published, url: string, readable: ReadonlySet<number>): EditionText {
  const { content, expert, language } = published;
  const open = content.steps.filter((step) => readable.has(step.position));
  return {
    title: content.title,
    expert: expert.name,
    trade: expert.trade,
    outcome: content.outcome?.text ?? '',
    audience: lowerFirst(content.audience?.text.replace(/^for\s+/i, '') ?? ''),
    language: language.split('-')[0] ?? 'en',
    version: published.versionNumber,
    date: day(published.publishedAt, language),
    url,
    address: url.replace(/^https?:\/\//, ''),
    outline: content.steps.map(({ position, title }) => ({ position, title, open: readable.has(position) })),
    closed: content.steps.length - open.length,
    steps: open.map((step) => stepText(step, published)),
  };
}

function stepText(step: Step, { citedSources, expert }: Published): EditionStep {
  return {
    position: step.position,
    title: step.title,
    minutes: step.minutes
      ? `${step.minutes.origin === 'derived' ? 'about ' : ''}${duration(step.minutes.value)}`
      : '',
    why: step.why?.text ?? '',
    outcome: ending(step.outcome?.text ?? ''),
    inputs: listed(step.inputs),
    instructions: step.instructions.map((instruction) => instruction.text),
    blanks: step.blanks.map(blankText),
    example: step.workedExample?.text ?? '',
    mistakes: step.commonMistakes.map((mistake) => mistake.text),
    done: lowerFirst(step.doneWhen?.text ?? ''),
    notes: (step.why?.citations ?? []).slice(0, 1).map((citation) => {
      const source = citedSources.get(citation.sourceId);
      return `From ${expert.name}${source ? `, “${source.title}”` : ''}: “${shorten(citation.quote, 400)}”`;
    }),
  };
}

const LINES = { short: 1, number: 1, long: 4 } as const;

function blankText(blank: Blank): EditionStep['blanks'][number] {
  if (blank.kind === 'table')
    return { label: blank.label, columns: blank.columns, rows: Math.min(blank.rows, 20), options: [] };
  if (blank.kind === 'choice') return { label: blank.label, columns: [], rows: 0, options: blank.options };
  return { label: blank.label, columns: [], rows: LINES[blank.kind], options: [] };
}
