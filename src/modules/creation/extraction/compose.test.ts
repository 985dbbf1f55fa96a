import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationsOfDraft, Draft } from '../playbooks/step.ts';
import { passagesOf } from '../sources/passages.ts';
import { readText, type SourceFormat } from '../sources/read/read.ts';
import { type Composition, compose } from './compose.ts';
import { collection, howTo, interview, memo, narrative, transcript } from './texts.fixture.ts';
import { verifyCitations } from './verify.ts';

function source(raw: string, { id = 'source', format = 'text' as SourceFormat } = {}) {
  const reading = readText(raw, { format });
  return { id, title: reading.title, text: reading.text, passages: passagesOf(reading.text, reading.marks) };
}

function drafted(made: Composition): Draft {
  if (made.noMethod) throw new Error(made.reason);
  return made.draft;
}

const titles = (draft: Draft) => draft.steps.map((step) => step.title);

describe('the composer, by the shape of the text', () => {
  it('takes a numbered how-to as it is numbered', () => {
    const draft = drafted(compose([source(howTo)]));
    expect(draft.title).toBe('Repairing a dripping tap');
    expect(titles(draft)).toEqual([
      'Turn the water off under the sink',
      'Put a cloth in the basin',
      'Take the cap off with a small knife and undo the screw beneath it',
      'Pull the handle straight up',
      'Unscrew the valve with the spanner, turning left',
      'Compare the old washer with the new ones',
      'Press the new washer in until it lies flat',
      'Turn the water on slowly and watch the spout for five minutes',
    ]);
    expect(draft.audience?.text).toContain('rent a flat');
    expect(draft.steps[3]?.commonMistakes[0]?.text).toContain('Do not lever it sideways');
    expect(draft.steps[7]?.doneWhen).toMatchObject({ text: 'No drop has fallen.', origin: 'source' });
  });

  it('names the sections of a memo by their verb and keeps what they ask', () => {
    const draft = drafted(compose([source(memo)]));
    expect(titles(draft)).toEqual([
      'Choose the day',
      'Write the one-page history',
      'Introduce the new person',
      'Sit in together',
      'Let go',
    ]);
    expect(draft.steps[1]?.instructions.map((instruction) => instruction.text)).toContain(
      'List every promise that was made in the last six months, with its date.',
    );
    expect(draft.steps[1]?.workedExample?.text).toContain('In 2023 we handed over a bank');
  });

  it('finds the steps in what somebody tells an interviewer', () => {
    const draft = drafted(compose([source(interview)]));
    const named = titles(draft).join('\n');
    for (const words of [
      'Write down what was left over',
      'Set the dough',
      'Check the oven',
      'Bake one loaf',
      'Tell the next shift',
    ])
      expect(named).toContain(words);
    expect(named).not.toContain('Thank');
    const first = draft.steps.find((step) => step.title.startsWith('Write down what was left over'));
    expect(first?.minutes).toMatchObject({ value: 10, origin: 'source' });
    expect(first?.doneWhen?.text).toBe('The number of loaves in the notebook is the number on the shelf.');
    expect(first?.commonMistakes.map((mistake) => mistake.text).join(' ')).toContain(
      'The mistake is to write "a few".',
    );
  });

  it('follows a transcript and keeps the questions apart from the answers', () => {
    const draft = drafted(compose([source(transcript, { format: 'subtitles' })]));
    expect(titles(draft)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Read the last page'),
        expect.stringContaining('Mark every sentence'),
        expect.stringContaining('Call the person who lives there'),
      ]),
    );
    for (const { citation } of citationsOfDraft(draft))
      expect(citation.quote).not.toContain('How do you check');
  });

  it('keeps a numbered list in a language whose verbs it does not know, word for word', () => {
    const german =
      'Tropfender Hahn\n\n1. Dreh das Wasser unter dem Becken ab. Mach den Hahn auf, damit nichts spritzt.\n2. Leg ein Tuch in das Becken.\n3. Nimm die Kappe mit einem kleinen Messer ab.\n4. Zieh den Griff gerade nach oben.\n5. Setz die neue Dichtung ein, und schraub alles wieder an.';
    const reading = readText(german);
    expect(reading.language).toBe('de');
    const draft = drafted(
      compose([
        {
          id: 'a',
          title: reading.title,
          text: reading.text,
          language: 'de',
          passages: passagesOf(reading.text, reading.marks, 'de'),
        },
      ]),
    );
    expect(titles(draft)[1]).toBe('Leg ein Tuch in das Becken');
    expect(draft.steps[0]?.instructions.map((instruction) => instruction.text)).toEqual([
      'Dreh das Wasser unter dem Becken ab.',
      'Mach den Hahn auf, damit nichts spritzt.',
    ]);
  });

  it('makes nothing of a story', () => {
    expect(compose([source(narrative)])).toMatchObject({
      noMethod: true,
      reason: expect.stringContaining('not how to do it'),
    });
    expect(compose([])).toMatchObject({ noMethod: true });
  });

  it('keeps the methods of a collection apart and takes the one that is asked for', () => {
    const made = compose([source(collection)], { method: 'Plum jam' });
    expect(made).toMatchObject({
      noMethod: false,
      methods: [{ title: 'Flat bread' }, { title: 'Sour milk' }, { title: 'Plum jam' }],
    });
    const draft = drafted(made);
    expect(draft.title).toBe('Plum jam');
    expect(draft.steps).toHaveLength(4);
    expect(draft.steps[0]?.citations[0]?.quote).toContain('400 grams');
  });

  it('reads a sheet and an interview as one method', () => {
    const sheet =
      '# The night shift\n\n1. Write down what was left over.\n2. Set the dough by the rest.\n3. Check the oven.\n4. Bake one loaf alone.\n5. Tell the next shift three things.';
    const draft = drafted(compose([source(interview, { id: 'talk' }), source(sheet, { id: 'sheet' })]));
    expect(draft.title).toBe('The night shift');
    expect(titles(draft)).toEqual([
      'Write down what was left over',
      'Set the dough by the rest',
      'Check the oven',
      'Bake one loaf alone',
      'Tell the next shift three things',
    ]);
    const sources = draft.steps.map(
      (step) =>
        new Set(
          step.instructions.flatMap((instruction) =>
            instruction.citations.map((citation) => citation.sourceId),
          ),
        ),
    );
    expect(sources.every((ids) => ids.has('talk'))).toBe(true);
  });
});

describe('what the composer promises of every draft', () => {
  const all = [howTo, memo, interview, collection];

  it('cites word for word, in the stated shape, the same each time', () => {
    for (const raw of all) {
      const given = source(raw);
      const draft = drafted(compose([given]));
      expect(Draft.parse(draft)).toEqual(draft);
      expect(drafted(compose([source(raw)]))).toEqual(draft);
      for (const { citation } of citationsOfDraft(draft))
        expect(given.text.slice(citation.start, citation.end)).toBe(citation.quote);
      expect(verifyCitations(draft, [given]).rejected).toEqual([]);
    }
  });

  it('cites every field in the expert’s words and marks what a rule wrote', () => {
    for (const raw of all) {
      for (const step of drafted(compose([source(raw)])).steps) {
        const fields = [
          step.outcome,
          step.why,
          step.doneWhen,
          step.workedExample,
          ...step.instructions,
          ...step.commonMistakes,
          ...step.tools,
        ];
        for (const field of fields) if (field?.origin === 'source') expect(field.citations).not.toEqual([]);
        expect(step.citations).not.toEqual([]);
        expect(step.blanks.length).toBeGreaterThan(0);
        expect(step.doneWhen).toBeDefined();
      }
    }
  });

  it('never breaks on text it was not made for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom(
              '1. Do this.\n',
              '# ',
              '- ',
              'A: ',
              '\n\n',
              '"',
              '| a | b |\n',
              'First, you write it. ',
            ),
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const given = source(parts.join(''));
          const made = compose([given]);
          if (made.noMethod) return made.reason.length > 0;
          return citationsOfDraft(made.draft).every(
            ({ citation }) => given.text.slice(citation.start, citation.end) === citation.quote,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  const naughty = join(import.meta.dirname, '../../../../../shared/data/naughty-strings/strings.json');
  it.runIf(existsSync(naughty))('survives strings that break software', () => {
    const strings = JSON.parse(readFileSync(naughty, 'utf8')) as string[];
    for (const text of [
      ...strings,
      strings.join('\n\n'),
      strings.map((line, at) => `${at + 1}. Write ${line}`).join('\n'),
    ]) {
      for (const format of ['text', 'markdown', 'html', 'subtitles'] as const)
        expect(() => compose([source(text, { format })])).not.toThrow();
    }
  });

  it('reads a hundred thousand words in under five seconds', () => {
    const long = Array.from(
      { length: Math.ceil(100_000 / interview.split(/\s+/).length) },
      () => interview,
    ).join('\n\n');
    const started = performance.now();
    compose([source(long)]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('verifyCitations', () => {
  const text = 'Weigh the flour. Heat the oven. Bake one loaf alone.';
  const cite = (quote: string, start: number) => ({ sourceId: 'a', start, end: start + quote.length, quote });
  const draft: Draft = Draft.parse({
    title: 'Bread',
    methodologyType: 'process',
    steps: [
      {
        id: 's1',
        position: 1,
        title: 'Heat the oven',
        citations: [cite('Heat the oven.', 0)],
        instructions: [
          { text: 'Weigh the flour.', citations: [cite('Weigh the flour.', 0)], origin: 'source' },
          { text: 'Buy better flour.', citations: [cite('Buy better flour.', 17)], origin: 'source' },
        ],
        why: {
          text: 'It bakes.',
          citations: [{ sourceId: 'nobody', start: 0, end: 3, quote: 'Wei' }],
          origin: 'source',
        },
      },
    ],
  });

  it('moves a quote to where it stands and rejects one that stands nowhere, its field with it', () => {
    const { draft: kept, rejected } = verifyCitations(draft, [{ id: 'a', text }]);
    expect(kept.steps[0]?.citations[0]).toMatchObject({ start: 17, end: 31 });
    expect(kept.steps[0]?.instructions.map((instruction) => instruction.text)).toEqual(['Weigh the flour.']);
    expect(kept.steps[0]?.why).toBeUndefined();
    expect(rejected.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'why unknown_source',
      'instructions/1 not_in_source',
    ]);
  });
});
