import { z } from 'zod';

/**
 * The typed playbook: what the composer and a model fill, the editor edits, editions print and reviews score.
 * Rule of the house: whatever comes from the expert's material carries citations; what a rule or a person
 * wrote says so in `origin`; a field nobody has evidence for is absent.
 */

/** A verbatim span of one source. `quote` equals `source.text.slice(start, end)`. */
export const Citation = z.object({
  sourceId: z.string().min(1),
  passageId: z.string().min(1).optional(),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  quote: z.string().min(1),
});
export type Citation = z.infer<typeof Citation>;

/**
 * Who worded a field. `source`: the expert's words, possibly shortened or turned to the second person.
 * `derived`: a rule built it from the cited passages (a blank, a check, an estimate). `written`: a person typed it.
 */
export const Origin = z.enum(['source', 'derived', 'written']);
export type Origin = z.infer<typeof Origin>;

export const CitedText = z.object({
  text: z.string().min(1).max(4000),
  citations: z.array(Citation).default([]),
  origin: Origin.default('written'),
});
export type CitedText = z.infer<typeof CitedText>;

const blankBase = {
  id: z.string().min(1).max(64),
  label: z.string().min(1).max(300),
  hint: z.string().max(500).optional(),
  citations: z.array(Citation).default([]),
};

/** A place where the reader writes: the answer is kept per reader under the blank's id. */
export const Blank = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('short'), ...blankBase }),
  z.object({ kind: z.literal('long'), ...blankBase }),
  z.object({ kind: z.literal('number'), ...blankBase, unit: z.string().max(40).optional() }),
  z.object({
    kind: z.literal('choice'),
    ...blankBase,
    options: z.array(z.string().min(1).max(200)).min(2).max(20),
    several: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('table'),
    ...blankBase,
    columns: z.array(z.string().min(1).max(120)).min(1).max(8),
    rows: z.number().int().min(1).max(50),
  }),
]);
export type Blank = z.infer<typeof Blank>;

/** Minutes of work. `derived` without citations is an estimate by rule and is shown as "about". */
export const Minutes = z.object({
  value: z.number().int().min(1).max(10_080),
  citations: z.array(Citation).default([]),
  origin: Origin.default('written'),
});
export type Minutes = z.infer<typeof Minutes>;

export const Step = z.object({
  id: z.string().min(1).max(64),
  position: z.number().int().min(1),
  title: z.string().min(1).max(200),
  /** The passages the step as a whole, and so its title, rests on. */
  citations: z.array(Citation).default([]),
  outcome: CitedText.optional(),
  why: CitedText.optional(),
  minutes: Minutes.optional(),
  inputs: z.array(CitedText).default([]),
  instructions: z.array(CitedText).default([]),
  blanks: z.array(Blank).default([]),
  workedExample: CitedText.optional(),
  doneWhen: CitedText.optional(),
  commonMistakes: z.array(CitedText).default([]),
  tools: z.array(CitedText).default([]),
  nextAction: CitedText.optional(),
});
export type Step = z.infer<typeof Step>;

const METHODOLOGY_TYPES = [
  'process',
  'framework',
  'habit',
  'diagnosis',
  'conversation',
  'checklist',
  'principles',
] as const;
export const MethodologyType = z.enum(METHODOLOGY_TYPES);
export type MethodologyType = z.infer<typeof MethodologyType>;

/** What the material leaves open; becomes a question of the expert's interview. */
export const OpenQuestion = z.object({
  about: z.enum([
    'outcome',
    'audience',
    'pain',
    'insight',
    'time',
    'check',
    'example',
    'mistake',
    'tool',
    'order',
  ]),
  question: z.string().min(1).max(500),
  stepId: z.string().min(1).max(64).optional(),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const Draft = z.object({
  title: z.string().min(1).max(200),
  titleCitations: z.array(Citation).default([]),
  outcome: CitedText.optional(),
  audience: CitedText.optional(),
  pain: CitedText.optional(),
  methodologyType: MethodologyType,
  uniqueInsight: CitedText.optional(),
  openQuestions: z.array(OpenQuestion).default([]),
  steps: z.array(Step),
});
export type Draft = z.infer<typeof Draft>;

/** Every citation of a step with the field it stands in, in reading order. */
export function citationsOfStep(step: Step): { field: string; citation: Citation }[] {
  const found: { field: string; citation: Citation }[] = [];
  const take = (field: string, citations: Citation[] | undefined) => {
    for (const citation of citations ?? []) found.push({ field, citation });
  };
  take('title', step.citations);
  take('outcome', step.outcome?.citations);
  take('why', step.why?.citations);
  take('minutes', step.minutes?.citations);
  for (const list of ['inputs', 'instructions', 'commonMistakes', 'tools'] as const) {
    step[list].forEach((item, index) => {
      take(`${list}/${index}`, item.citations);
    });
  }
  step.blanks.forEach((blank, index) => {
    take(`blanks/${index}`, blank.citations);
  });
  take('workedExample', step.workedExample?.citations);
  take('doneWhen', step.doneWhen?.citations);
  take('nextAction', step.nextAction?.citations);
  return found;
}

/** Every citation of a draft, the draft's own fields first. */
export function citationsOfDraft(draft: Draft): { stepId?: string; field: string; citation: Citation }[] {
  const found: { stepId?: string; field: string; citation: Citation }[] = [];
  for (const citation of draft.titleCitations) found.push({ field: 'title', citation });
  for (const field of ['outcome', 'audience', 'pain', 'uniqueInsight'] as const) {
    for (const citation of draft[field]?.citations ?? []) found.push({ field, citation });
  }
  for (const step of draft.steps) {
    for (const { field, citation } of citationsOfStep(step)) found.push({ stepId: step.id, field, citation });
  }
  return found;
}
