import { describe, expect, it } from 'vitest';
import { gateCopy } from './copy.ts';

const at = (position: number, trialPosition: number | null, lastPosition: number) => ({
  position,
  trialPosition,
  lastPosition,
});

describe('what the gate says', () => {
  it('is computed from the steps behind it, as far as the trial', () => {
    expect(gateCopy(at(3, 7, 11), {}, 3)).toEqual({
      headline: 'Steps 4 to 7 are next. Want them?',
      promise:
        'Leave your e-mail and answer three questions. Steps 4 to 7 open at once, and what you filled in comes with you.',
      button: 'Open steps 4 to 7',
    });
  });

  it('reaches to the end where no trial stands behind it', () => {
    expect(gateCopy(at(2, null, 5), {}, 3).headline).toBe('Steps 3 to 5 are next. Want them?');
    expect(gateCopy(at(5, 4, 9), {}, 3).headline).toBe('Steps 6 to 9 are next. Want them?');
    expect(gateCopy(at(3, 20, 6), {}, 3).headline).toBe('Steps 4 to 6 are next. Want them?');
  });

  it('knows one step and one question', () => {
    expect(gateCopy(at(3, null, 4), {}, 1)).toEqual({
      headline: 'Step 4 is next. Want it?',
      promise:
        'Leave your e-mail and answer one question. Step 4 opens at once, and what you filled in comes with you.',
      button: 'Open step 4',
    });
  });

  it('leaves what a person wrote as written', () => {
    expect(gateCopy(at(3, 7, 11), { headline: 'Go on?' }, 3)).toMatchObject({
      headline: 'Go on?',
      button: 'Open steps 4 to 7',
    });
  });
});
