import type { Shape } from '../../api/shapes.ts';
import type { Tone } from '../../ui/chip.tsx';

export type Clone = Shape<'Clone'>;
export type CloneRecord = Shape<'CloneRecord'>;
export type Turn = Omit<Shape<'CloneTurn'>, 'lead'> & { lead?: Shape<'CloneTurn'>['lead'] };
export type TestQuestion = Shape<'CloneTestQuestion'>;

export const cloneStates: Record<Clone['state'], { words: string; tone: Tone }> = {
  draft: { words: 'Draft', tone: 'plain' },
  published: { words: 'Published', tone: 'ok' },
  paused: { words: 'Paused', tone: 'wait' },
};

export const turnStates: Record<Turn['state'], { words: string; tone: Tone }> = {
  reserved: { words: 'Being answered', tone: 'info' },
  answered: { words: 'Answered', tone: 'ok' },
  not_in_material: { words: 'Not in the material', tone: 'wait' },
  failed: { words: 'Failed, not counted', tone: 'bad' },
  released: { words: 'Given back', tone: 'plain' },
};

/** "100% of 25", or a dash before the first run. */
export const rateWords = (rate: { value: number; n: number } | null): string =>
  rate ? `${Math.round(100 * rate.value)}% of ${rate.n}` : '–';

/** An answer cut at its `[n]`, so that each can be shown as what it is. */
export function partsOf(answer: string, citations: number): (string | number)[] {
  return answer.split(/(\[\d{1,2}\])/).flatMap((part): (string | number)[] => {
    const number = Number(/^\[(\d+)\]$/.exec(part)?.[1]);
    if (number && number <= citations) return [number];
    return part === '' ? [] : [part];
  });
}
