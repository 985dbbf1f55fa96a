import type { Context } from '#context';
import { leads, personal } from '#modules/capture';
import { readings } from '#modules/creation';
import { trials } from '#modules/trial';
import type { Material } from './material.ts';
import type { VideoOffer } from './offer.ts';
import type { FieldSource, FieldValue } from './scene.ts';

type Values = Map<string, FieldValue>;

const LONGEST = 400;
const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : line;
};

function put(values: Values, field: string, text: string | null | undefined, source: FieldSource): void {
  const value = oneLine(text ?? '');
  if (value) values.set(field, { value, source });
}

/** What is known about one person for their video, each with where it comes from. What is not known is not in it. */
export async function personalValues(
  ctx: Context,
  leadId: string,
  { playbookId, content }: Pick<Material, 'playbookId' | 'content'>,
): Promise<Values> {
  const values: Values = new Map();
  const lead = await leads.getRow(ctx, leadId);
  const record = (label: string): FieldSource => ({ kind: 'lead', label, id: lead.id });
  put(values, 'first_name', lead.firstName ?? firstWord(lead.name), record('your name, as you gave it'));
  put(values, 'company', lead.company, record('your company, as it stands in our record'));
  for (const { id, questionId, question, answer, value } of await personal.answersOf(ctx, leadId)) {
    // "Something else" is no answer in their own words.
    if (value === 'other') continue;
    put(values, `answer.${questionId}`, answer, {
      kind: 'answer',
      label: `your answer to “${question}”`,
      id,
    });
  }
  const reading = (await readings.listOf(ctx, leadId)).find((one) => one.playbookId === playbookId);
  if (reading && reading.stepsDone > 0)
    put(values, 'steps_done', `${reading.stepsDone} of ${content.steps.length} steps`, {
      kind: 'reading',
      label: 'the steps you ticked off',
      id: reading.id,
    });
  const asked = await lastQuestionOf(ctx, leadId, playbookId);
  if (asked)
    put(values, 'question', asked.question, {
      kind: 'question',
      label: 'what you asked the clone',
      id: asked.id,
    });
  return values;
}

/** The last thing somebody asked the clone of a playbook. */
async function lastQuestionOf(
  ctx: Context,
  leadId: string,
  playbookId: string,
): Promise<{ id: string; question: string } | undefined> {
  const trial = (await trials.listOf(ctx, leadId)).findLast((one) => one.playbookId === playbookId);
  const { turns } = trial ? await trials.get(ctx, trial.id) : { turns: [] };
  return turns.toSorted((a, b) => a.askedAt.localeCompare(b.askedAt)).at(-1);
}

const firstWord = (name: string | null): string | null => {
  const first = name?.trim().split(/\s+/)[0] ?? '';
  // An address or a role is no name to call somebody by.
  return /^[\p{L}][\p{L}’'-]+$/u.test(first) ? first : null;
};

/** What a playbook and an offer put into everybody's video. */
export function commonValues(material: Material, offer: VideoOffer | undefined): Values {
  const values: Values = new Map();
  const { content, expertName, quote } = material;
  const playbook: FieldSource = { kind: 'playbook', label: 'the playbook', id: material.playbookId };
  put(values, 'playbook', content.title, playbook);
  put(values, 'expert', expertName, playbook);
  if (quote) {
    const source: FieldSource = {
      kind: 'passage',
      label: `“${quote.sourceTitle}”, cited in step ${quote.stepPosition}`,
      id: quote.passageId,
    };
    put(values, 'quote', quote.text, source);
    put(values, 'quote_source', quote.sourceTitle, source);
  }
  if (offer) {
    const source: FieldSource = { kind: 'offer', label: 'the offer', id: offer.id };
    put(values, 'offer', offer.name, source);
    put(values, 'offer_headline', offer.headline, source);
    put(values, 'guarantee', offer.guarantee, source);
    const contents = offer.contents.map(oneLine).filter(Boolean);
    if (contents.length > 0) values.set('offer_contents', { value: contents.join('\n'), source });
  }
  return values;
}
