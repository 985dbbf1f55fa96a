import { describe, expect, it } from 'vitest';
import { changeOf, fieldsIn, place, readPlace } from './words.ts';

describe('a place in a film', () => {
  it('reads back as it is shown', () => {
    for (const ms of [0, 40_000, 59_000, 60_000, 95_000, 300_000]) expect(readPlace(place(ms))).toBe(ms);
  });
  it('is also seconds, and nothing else', () => {
    expect(readPlace('90')).toBe(90_000);
    for (const text of ['', '1:75', 'a', '1:2:3', '-5']) expect(readPlace(text)).toBeUndefined();
  });
});

describe('what is saved', () => {
  const scene = {
    key: 'a',
    kind: 'hook' as const,
    durationMs: 1,
    title: '{{first_name}}',
    text: 'For {{ company }}',
    narration: '{{company}}',
    fields: [
      { field: 'company', fallback: 'you', isRequired: false },
      { field: 'question', fallback: '', isRequired: true },
    ],
  };
  it('names each field once and drops settings of fields that are gone', () => {
    expect(fieldsIn(scene)).toEqual(['first_name', 'company']);
    expect(changeOf('T', [scene]).scenes[0]).toEqual({
      kind: 'hook',
      durationMs: 1,
      title: '{{first_name}}',
      text: 'For {{ company }}',
      narration: '{{company}}',
      fields: [{ field: 'company', fallback: 'you', isRequired: false }],
    });
  });
});
