import type { FieldValue, Personalisation, Scene, SceneField, ShownScene, UsedField } from './scene.ts';
import { fieldsIn, fillLines, fillText, sceneHtml, sentencesOf } from './scene-text.ts';

/** What a field is called on screens and on the page; answers are named by their question. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  first_name: 'First name',
  company: 'Company',
  'answer.pain': 'What hurts, in their words',
  'answer.revenue': 'Revenue',
  'answer.team': 'Team',
  steps_done: 'How far they came',
  question: 'What they asked the clone',
  expert: 'Expert',
  playbook: 'Playbook',
  quote: 'The expert’s own words',
  quote_source: 'Where those words stand',
  offer: 'Offer',
  offer_headline: 'What the offer promises',
  offer_contents: 'What the buyer gets',
  guarantee: 'Guarantee',
};

/** In words for people; fields of a gate's own questions are `answer.<id of the question>`. */
export const nameOfField = (field: string): string =>
  FIELD_NAMES[field] ?? (field.startsWith('answer.') ? `Answer to “${field.slice(7)}”` : field);

export const isKnownField = (field: string): boolean =>
  field in FIELD_NAMES || /^answer\.[a-z][a-z0-9_-]{0,39}$/.test(field);

export interface Personal extends Personalisation {
  scenes: ShownScene[];
  transcript: string;
  durationMs: number;
}

/**
 * Makes a template's scenes for one person. A known value goes in; without one the fallback; without either the line or
 * sentence is left out, or, when the field is required, the scene with its reason. Nothing is made up.
 */
export function personalise(
  scenes: Scene[],
  values: ReadonlyMap<string, FieldValue>,
  language: string,
): Personal {
  const shown: ShownScene[] = [];
  const used = new Map<string, UsedField>();
  const leftOut: Personalisation['leftOut'] = [];
  let startMs = 0;
  for (const scene of scenes.toSorted((a, b) => a.position - b.position)) {
    const made = fillScene(scene, values, language);
    if ('reason' in made) {
      leftOut.push({ kind: scene.kind, title: plainTitle(scene.title), ...made });
      continue;
    }
    const { kind, durationMs, audioFileId } = scene;
    shown.push({ position: shown.length + 1, kind, startMs, durationMs, audioFileId, ...made.words });
    startMs += durationMs;
    for (const field of made.used) used.set(field.field, field);
  }
  return {
    scenes: shown,
    transcript: shown.map(({ title, narration }) => `${title}\n${narration}`.trim()).join('\n\n'),
    durationMs: startMs,
    fields: [...used.values()],
    leftOut,
  };
}

type Words = Pick<ShownScene, 'title' | 'html' | 'narration'>;
type Filled = { words: Words; used: UsedField[] } | { field: string | null; reason: string };

function fillScene(
  { title, text, narration, fields }: Scene,
  values: ReadonlyMap<string, FieldValue>,
  language: string,
): Filled {
  const settings = new Map(fields.map((field) => [field.field, field]));
  const missing = fields.find(({ field, isRequired }) => isRequired && !values.has(field));
  if (missing) return { field: missing.field, reason: `${nameOfField(missing.field)} is not known.` };
  const used = new Map<string, UsedField>();
  const valueFor = (field: string): string | undefined => {
    const found = use(field, values.get(field), settings.get(field));
    if (found) used.set(field, found);
    return found?.value;
  };
  const filledTitle = fillText(title, (field) => valueFor(field)?.replaceAll('\n', ', '));
  const titleField = fieldsIn(title).find((field) => !used.has(field));
  if (filledTitle === undefined)
    return { field: titleField ?? null, reason: `${nameOfField(titleField ?? '')} is not known.` };
  const said = sentencesOf(narration, language)
    .flatMap((sentence) => fillText(sentence, (field) => valueFor(field)?.replaceAll('\n', ', ')) ?? [])
    .join(' ')
    // What was put in may bring its own full stop.
    .replace(/([.!?…]["”’]?)\.(?=\s|$)/g, '$1');
  const html = sceneHtml(fillLines(text, valueFor));
  if (!html && !said) return { field: null, reason: 'Nothing in it could be filled in.' };
  return { words: { title: filledTitle.trim(), html, narration: said }, used: [...used.values()] };
}

function use(
  field: string,
  known: FieldValue | undefined,
  settings: SceneField | undefined,
): UsedField | undefined {
  if (known) return { field, value: known.value, source: known.source, isFallback: false };
  if (settings?.fallback) return { field, value: settings.fallback, source: null, isFallback: true };
  return undefined;
}

/** A title without its places for fields: for saying which scene was left out. */
const plainTitle = (title: string): string =>
  title.replace(
    /\{\{\s*([a-z0-9_.-]+)\s*\}\}/g,
    (_, field: string) => `[${nameOfField(field).toLowerCase()}]`,
  );
