import type { Shape } from '../../api/shapes.ts';
import type { Tone } from '../../ui/chip.tsx';

export type Trial = Shape<'Trial'>;

export const trialStates: Record<Trial['state'], { words: string; tone: Tone }> = {
  open: { words: 'Open', tone: 'info' },
  spent: { words: 'Used up', tone: 'ok' },
  expired: { words: 'Expired', tone: 'plain' },
  closed: { words: 'Closed', tone: 'plain' },
};

/** "2 of 3", and how many are being answered. */
export const usedWords = ({ used, quota, reserved }: Trial): string =>
  `${used} of ${quota}${reserved > 0 ? `, ${reserved} under way` : ''}`;
