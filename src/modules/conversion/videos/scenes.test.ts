import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionsOf } from './captions.ts';
import { defaultScenes } from './default-template.ts';
import { quoteOf } from './material.ts';
import { personalise } from './personalise.ts';
import type { FieldValue, Scene } from './scene.ts';
import { sceneHtml, sceneText } from './scene-text.ts';

const known = (values: Record<string, string>): Map<string, FieldValue> =>
  new Map(
    Object.entries(values).map(([field, value]) => [
      field,
      { value, source: { kind: 'answer', label: 'your answer', id: field } },
    ]),
  );
const scene = (words: Partial<Scene>): Scene => ({
  id: 'one',
  position: 1,
  kind: 'other',
  durationMs: 10_000,
  title: 'A title',
  text: '',
  narration: '',
  fields: [],
  audioFileId: null,
  ...words,
});
const playbook = {
  title: 'The fixed-price quote',
  expertName: 'Marit Ostrevik',
  outcome: 'A quote with a floor',
  audience: 'studios',
  pain: 'work grows after the price',
  steps: Array.from({ length: 9 }, (_, index) => ({ position: index + 1, title: `Step ${index + 1}` })),
};
const template = defaultScenes(playbook).map((one, index) =>
  scene({ ...one, id: String(index), position: index + 1 }),
);

describe('the text of a scene', () => {
  it('comes back as it was typed, and nothing in it becomes markup', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '<', '&', '"', "'", '-', '>', '{', '}') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const once = sceneText(sceneHtml(lines.join('\n')));
        expect(sceneText(sceneHtml(once))).toBe(once);
        const tags = sceneHtml(lines.join('\n')).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) expect(tag).toMatch(/^<(\/?(p|ul|li|blockquote)|br)>$/);
      }),
    );
  });

  it('knows paragraphs, lists and quotes', () => {
    const text = 'First line\nsecond\n\n- one\n- <two>\n\n> said & done';
    expect(sceneHtml(text)).toBe(
      '<p>First line<br>second</p><ul><li>one</li><li>&lt;two&gt;</li></ul><blockquote>said &amp; done</blockquote>',
    );
    expect(sceneText(sceneHtml(text))).toBe(text);
  });
});

describe('a template filled for one person', () => {
  it('is five minutes in six scenes when everything is known', () => {
    const film = personalise(
      template,
      known({
        first_name: 'Noor',
        company: 'Studio Halvorn',
        expert: 'Marit Ostrevik',
        'answer.pain': 'Clients push the price down',
        steps_done: '7 of 9 steps',
        question: 'What if they say no?',
        quote: 'We lost 34 hours on that job.',
        quote_source: 'Second interview',
        offer: 'The kit',
        offer_headline: 'All templates',
        offer_contents: 'The quote\nThe scope sheet',
        guarantee: 'Money back.',
      }),
      'en',
    );
    expect(film.durationMs).toBe(300_000);
    expect(film.scenes.map(({ kind }) => kind)).toEqual([
      'hook',
      'problem',
      'proof',
      'method',
      'offer',
      'ask',
    ]);
    expect(film.leftOut).toEqual([]);
    expect(film.scenes[0]?.title).toBe('Noor, five minutes made for you');
    expect(film.scenes[1]?.html).toContain('<blockquote>Clients push the price down</blockquote>');
    expect(film.scenes[4]?.html).toContain('<ul><li>The quote</li><li>The scope sheet</li></ul>');
    expect(film.transcript).toContain('What if they say no?');
    expect(`${film.transcript}${film.scenes.map(({ html }) => html).join('')}`).not.toContain('{{');
    expect(film.fields.every(({ isFallback }) => !isFallback)).toBe(true);
  });

  it('says nothing of what is not known: fallbacks stand in, lines and scenes are left out with the reason', () => {
    const film = personalise(template, new Map(), 'en');
    expect(film.leftOut.map(({ kind, field, reason }) => [kind, field, reason])).toEqual([
      ['problem', 'answer.pain', 'What hurts, in their words is not known.'],
      ['proof', 'quote', 'The expert’s own words is not known.'],
      ['offer', 'offer', 'Offer is not known.'],
    ]);
    expect(film.scenes[0]?.title).toBe('Hello, five minutes made for you');
    expect(film.durationMs).toBe(130_000);
    expect(film.scenes.map(({ startMs }) => startMs)).toEqual([0, 40_000, 100_000]);
    expect(film.scenes[2]?.html).not.toContain('button');
    for (const { source, isFallback } of film.fields) expect([source, isFallback]).toEqual([null, true]);
  });

  it('never runs what somebody answered as markup or as a field', () => {
    const film = personalise(
      [scene({ text: '> {{answer.pain}}', narration: '{{answer.pain}}' })],
      known({ 'answer.pain': '<script>alert(1)</script> {{offer}}' }),
      'en',
    );
    expect(film.scenes[0]?.html).toBe(
      '<blockquote>&lt;script&gt;alert(1)&lt;/script&gt; {{offer}}</blockquote>',
    );
  });

  it('is left out whole when nothing of it could be filled in', () => {
    const film = personalise(
      [scene({ text: 'For {{company}}', narration: 'For {{company}}.' })],
      new Map(),
      'en',
    );
    expect(film.scenes).toEqual([]);
    expect(film.leftOut).toMatchObject([{ field: null, reason: 'Nothing in it could be filled in.' }]);
  });
});

describe('captions', () => {
  it('stand one after the other for exactly as long as the scene', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-z,]{1,30}$/), { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 3_000, max: 120_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        (words, durationMs, startMs) => {
          const narration = `${words.join(' ')}.`;
          const captions = captionsOf({ narration, startMs, durationMs }, 'en');
          expect(captions[0]?.fromMs).toBe(startMs);
          expect(captions.at(-1)?.toMs).toBe(startMs + durationMs);
          for (const [index, { fromMs }] of captions.entries())
            if (index > 0) expect(fromMs).toBe(captions[index - 1]?.toMs);
          expect(captions.map(({ text }) => text).join(' ')).toBe(narration);
          for (const { text } of captions) expect(text.length).toBeLessThanOrEqual(110);
        },
      ),
    );
  });
});

describe('the expert’s own words', () => {
  const cite = (quote: string, sourceId = 's1') => ({
    sourceId,
    passageId: 'p1',
    start: 0,
    end: quote.length,
    quote,
  });
  const step = (position: number, words: object) => ({
    id: `step-${position}`,
    position,
    title: `Step ${position}`,
    citations: [],
    inputs: [],
    instructions: [],
    blanks: [],
    commonMistakes: [],
    tools: [],
    ...words,
  });
  const field = (quote: string) => ({ text: 'x', origin: 'source' as const, citations: [cite(quote)] });

  it('are rather an example with a figure in it than anything else, letter for letter', () => {
    const figure = 'On that job we wrote thirty-four hours, and 11 were paid.';
    const steps = [
      step(1, { why: field('Because nobody ever asked what was not included in it.') }),
      step(2, { workedExample: field('An example of such a quote without any number in it.') }),
      step(3, { workedExample: field(figure) }),
    ];
    expect(quoteOf({ steps }, () => 'Second interview')).toEqual({
      text: figure,
      sourceTitle: 'Second interview',
      stepPosition: 3,
      passageId: 'p1',
    });
  });

  it('are none where the playbook cites nothing that fits on a picture', () => {
    expect(quoteOf({ steps: [step(1, { why: field('Too short.') })] }, () => 'x')).toBeNull();
    expect(quoteOf({ steps: [] }, () => 'x')).toBeNull();
  });
});
