import type { Shape } from '../../../api/shapes.ts';
import type { Tone } from '../../../ui/chip.tsx';
import { plural } from '../../../ui/words.ts';

export type Video = Shape<'Video'>;
export type VideoRecord = Shape<'VideoRecord'>;
export type Template = Shape<'VideoTemplate'>;
export type Preview = Shape<'VideoPreview'>;
export type TemplateChange = Shape<'VideoTemplateChange'>;
export type SceneDraft = TemplateChange['scenes'][number] & { key: string };

/** "2:05": a place in a film. */
export function place(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Reads "0:40", "40" or "1:05" as milliseconds; undefined for anything else. */
export function readPlace(text: string): number | undefined {
  const found = /^(?:(\d{1,2}):)?(\d{1,3})$/.exec(text.trim());
  if (!found) return undefined;
  const [, minutes, seconds = '0'] = found;
  if (minutes !== undefined && Number(seconds) > 59) return undefined;
  return (Number(minutes ?? 0) * 60 + Number(seconds)) * 1000;
}

type State = NonNullable<Video['delivery']>['state'];

export const stateWords: Record<State, { label: string; tone: Tone }> = {
  planned: { label: 'Planned', tone: 'wait' },
  sending: { label: 'In the mail queue', tone: 'info' },
  sent: { label: 'Sent', tone: 'ok' },
  unconfirmed: { label: 'May have arrived', tone: 'bad' },
  failed: { label: 'Refused', tone: 'bad' },
  cancelled: { label: 'Not sent', tone: 'plain' },
};

/** What can be read in three to five words, by the code of the reason. */
const SHORT: Record<string, string> = {
  delay: 'leaves after the delay',
  template: 'template is being changed',
  address: 'address not confirmed',
  permission: 'no permission yet',
  withdrawn: 'permission taken back',
  suppressed: 'mail stopped',
  expired: 'page has ended',
  deleted: 'they deleted it',
  mail: 'in the mail queue',
  unconfirmed: 'may have arrived',
  held: 'stopped on its way',
  refused: 'mail was refused',
};

export const shortReason = (code: string): string => SHORT[code] ?? code;

export const kindWords: Record<Template['scenes'][number]['kind'], string> = {
  hook: 'Hook',
  problem: 'Their problem',
  proof: 'Proof',
  method: 'Method',
  offer: 'Offer',
  ask: 'Ask',
  other: 'Other',
};

/** Sources are named for the person they are about; here we speak of them. */
export const ofThem = (label: string): string =>
  label.replace(/\byour\b/g, 'their').replace(/\byou\b/g, 'they');

/** "12 sent, 5 watched". */
export const countWords = ({ sent, watched, waiting }: Template['counts']): string =>
  [`${sent} sent`, `${watched} watched`, ...(waiting > 0 ? [plural(waiting, 'waits', 'wait')] : [])].join(
    ', ',
  );

let made = 0;
/** A key for a scene that has no id yet. */
export const newKey = (): string => {
  made += 1;
  return `new-${made}`;
};

/** A template as it is edited. */
export const scenesOf = (template: Template): SceneDraft[] =>
  template.scenes.map(({ id, kind, durationMs, title, text, narration, fields }) => ({
    key: id,
    id,
    kind,
    durationMs,
    title,
    text,
    narration,
    fields,
  }));

const FIELD = /\{\{\s*([a-z][a-z0-9_.-]{0,60})\s*\}\}/g;

/** Names of the fields that stand in a scene, each once. */
export const fieldsIn = ({
  title,
  text,
  narration,
}: Pick<SceneDraft, 'title' | 'text' | 'narration'>): string[] => [
  ...new Set([...`${title}\n${text}\n${narration}`.matchAll(FIELD)].map(([, name = '']) => name)),
];

/** What is sent: settings of fields that no scene names any more go. */
export function changeOf(name: string, scenes: SceneDraft[]): TemplateChange {
  return {
    name,
    scenes: scenes.map(({ key: _key, ...scene }) => {
      const named = fieldsIn(scene);
      return { ...scene, fields: scene.fields.filter(({ field }) => named.includes(field)) };
    }),
  };
}
