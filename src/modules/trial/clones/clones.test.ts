import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { mend, publishPlaybook, secretOf } from '../../../../tests/support/playbook.ts';
import { questions } from './questions.fixture.ts';

let house: TestHouse;

/** The two experts of the sample, whose material the questions of the fixture are about. */
const EXPERTS = [
  { folder: 'marit-ostrevik', name: 'Marit Ostrevik', title: 'The Fixed-Price Quote' },
  { folder: 'tomas-averkell', name: 'Tomas Averkell', title: 'The Twenty-Minute Round' },
];

beforeAll(async () => {
  house = await openHouse();
  for (const expert of EXPERTS) await bringIn(expert);
}, 180_000);
afterAll(() => house.close());

/** Has an expert's material read, composed, mended and published, as a person would. */
async function bringIn({ folder, name, title }: (typeof EXPERTS)[number]): Promise<void> {
  const { body: expert } = await house.call('POST', '/api/v1/experts', { name });
  const path = join(import.meta.dirname, '../../../../sample', folder);
  const sourceIds: string[] = [];
  for (const file of (await readdir(path)).sort())
    sourceIds.push(await upload(file, await readFile(join(path, file), 'utf8')));
  await house.settle();
  const { body: playbook } = await house.call('POST', '/api/v1/playbooks', {
    title,
    expertId: expert.id,
    sourceIds,
  });
  await house.settle();
  await mend(house, playbook.id);
  const version = await house.call('POST', `/api/v1/playbooks/${playbook.id}/versions`, {
    overrideReason: 'A test needs it',
  });
  expect(version.status).toBe(201);
  await house.settle();
}

async function upload(name: string, text: string): Promise<string> {
  const payload = [
    '--cut',
    `content-disposition: form-data; name="files"; filename="${name}"`,
    'content-type: text/plain',
    '',
    text,
    '--cut--',
    '',
  ].join('\r\n');
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/sources/uploads',
    headers: { authorization: `Bearer ${house.apiKey}`, 'content-type': 'multipart/form-data; boundary=cut' },
    payload,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json().data[0].id;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the API answers
async function cloneOf(name: string): Promise<any> {
  const { body } = await house.call('GET', '/api/v1/clones');
  const found = body.data.find((clone: { name: string }) => clone.name === name);
  return (await house.call('GET', `/api/v1/clones/${found.id}`)).body;
}

const MARIT = 'Marit Ostrevik’s AI clone';

describe('the default clone', () => {
  it('is made when a playbook is published, tests itself and publishes itself', async () => {
    for (const name of Object.keys(questions)) {
      const clone = await cloneOf(name);
      expect(clone).toMatchObject({ state: 'published', freeUses: 3, composer: 'built-in composer' });
      expect(clone.testRun.state).toBe('passed');
      expect(clone.testRun.grounded.n).toBeGreaterThanOrEqual(20);
      expect(clone.testRun.refused.n).toBeGreaterThanOrEqual(3);
      expect(clone.testRate.value).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('is there once per playbook', async () => {
    const { playbook } = await cloneOf(MARIT);
    const again = await house.call('POST', '/api/v1/clones', { playbookId: playbook.id });
    expect([again.status, again.body.title]).toEqual([409, 'This playbook has a clone']);
  });

  it('stays a draft below its bar and names the questions that fail', async () => {
    const playbook = await publishPlaybook(house, { title: 'A playbook with a high bar' });
    const { body } = await house.call('GET', '/api/v1/clones');
    const clone = body.data.find((one: { playbook: { id: string } }) => one.playbook.id === playbook.id);
    await house.call('DELETE', `/api/v1/clones/${clone.id}/publications`);
    const added = await house.call('POST', `/api/v1/clones/${clone.id}/questions`, {
      question: 'What do I feed a sourdough starter?',
    });
    await house.call('PATCH', `/api/v1/clones/${clone.id}`, { passingRate: 1 });
    expect((await house.call('POST', `/api/v1/clones/${clone.id}/test-runs`)).body.state).toBe('running');
    await house.settle();
    const after = await house.call('GET', `/api/v1/clones/${clone.id}`);
    expect(after.body).toMatchObject({ state: 'paused', testRun: { state: 'failed' } });
    const refused = await house.call('POST', `/api/v1/clones/${clone.id}/publications`);
    expect(refused.status).toBe(409);
    expect(refused.body.errors[0].detail).toContain('What do I feed a sourdough starter?');
    await house.call('DELETE', `/api/v1/clone-questions/${added.body.id}`);
    await house.call('POST', `/api/v1/clones/${clone.id}/test-runs`);
    await house.settle();
    const published = await house.call('POST', `/api/v1/clones/${clone.id}/publications`);
    expect([published.status, published.body.state]).toEqual([201, 'published']);
  });

  it('follows a new version with its test set, and keeps what people added', async () => {
    const { id } = await publishPlaybook(house, { title: 'It changes', steps: 4 });
    const { body } = await house.call('GET', '/api/v1/clones');
    const clone = body.data.find((one: { playbook: { id: string } }) => one.playbook.id === id);
    await house.call('POST', `/api/v1/clones/${clone.id}/questions`, {
      question: 'How do I do step number 2, really?',
    });
    const before = await house.call('GET', `/api/v1/clones/${clone.id}/questions`);
    expect(before.body.data.map(({ question }: { question: string }) => question)).toContain(
      'How do I step number 4?',
    );
    const { body: playbook } = await house.call('GET', `/api/v1/playbooks/${id}`);
    const content = { ...playbook.draft.content, steps: playbook.draft.content.steps.slice(0, 3) };
    await house.call('PUT', `/api/v1/playbooks/${id}/draft`, { revision: playbook.draft.revision, content });
    await house.call('POST', `/api/v1/playbooks/${id}/versions`, { overrideReason: 'A test needs it' });
    await house.settle();
    const after = await house.call('GET', `/api/v1/clones/${clone.id}/questions`);
    const asked = after.body.data.map(({ question }: { question: string }) => question);
    expect(asked).not.toContain('How do I step number 4?');
    expect(asked).toContain('How do I do step number 2, really?');
  });
});

describe('answers of the built-in composer', () => {
  it('hold the right words for most questions, and refuse what the material does not hold', async () => {
    let right = 0;
    let inside = 0;
    let refused = 0;
    let outside = 0;
    for (const [name, list] of Object.entries(questions)) {
      const { id } = await cloneOf(name);
      for (const { question, holds } of list) {
        const { status, body } = await house.call('POST', `/api/v1/clones/${id}/turns`, { question });
        expect(status).toBe(201);
        if (holds) {
          inside += 1;
          if (body.state === 'answered' && holds.test(body.answer)) right += 1;
        } else {
          outside += 1;
          if (body.state === 'not_in_material') refused += 1;
        }
      }
    }
    expect(right / inside).toBeGreaterThan(0.8);
    expect(refused / outside).toBe(1);
  });

  it('say nothing that does not stand in the material, and quote it letter for letter', async () => {
    const { id } = await cloneOf(MARIT);
    const { body } = await house.call('POST', `/api/v1/clones/${id}/turns`, {
      question: 'How do I count the real hours of past jobs?',
    });
    expect(body.citations.length).toBeGreaterThan(0);
    for (const { passageId, quote, stepPosition, sourceId } of body.citations) {
      expect(stepPosition).toBe(4);
      const { body: source } = await house.call('GET', `/api/v1/sources/${sourceId}`);
      expect(source.text ?? source.source?.text).toContain(quote);
      const passage = await house.call('GET', `/api/v1/passages/${passageId}`);
      expect(passage.body.wordForWord).toBe(true);
    }
    expect(body.answer).toMatch(/\[1\].*\[2\]/s);
    expect(body.lead).toBeNull();
  });

  it('count for nobody when a member tries the clone', async () => {
    const clone = await cloneOf(MARIT);
    expect(clone.turns).toBe(0);
    const { body } = await house.call('GET', `/api/v1/clones/${clone.id}/turns?limit=5`);
    expect(body.data).toHaveLength(5);
    expect(body.nextCursor).not.toBeNull();
  });
});

describe('a correction', () => {
  it('answers the same question from then on and is part of the test set', async () => {
    const { id } = await cloneOf(MARIT);
    const ask = async (question: string) =>
      (await house.call('POST', `/api/v1/clones/${id}/turns`, { question })).body;
    const before = await ask('What do I do when a client asks for a discount?');
    const rightAnswer = 'You never touch the price. Take something out of the scope and show its price.';
    const corrected = await house.call('POST', `/api/v1/clones/${id}/corrections`, {
      turnId: before.id,
      question: before.question,
      rightAnswer,
    });
    expect(corrected).toMatchObject({ status: 201, body: { wrongAnswer: before.answer, turnId: before.id } });
    const after = await ask('A client asks me for a discount, what now?');
    expect(after).toMatchObject({
      state: 'answered',
      answer: `${rightAnswer} [1]`,
      composer: 'the expert’s own correction',
    });
    expect(after.citations[0]).toMatchObject({ correctionId: corrected.body.id, quote: rightAnswer });
    expect((await ask('How do I set my floor price?')).answer).not.toContain(rightAnswer);
    const { body: set } = await house.call('GET', `/api/v1/clones/${id}/questions`);
    const question = set.data.find((one: { correctionId: string }) => one.correctionId === corrected.body.id);
    expect(question).toMatchObject({ expected: 'answer', expectedAnswer: rightAnswer });
    await house.call('DELETE', `/api/v1/clone-questions/${question.id}`);
    expect((await ask('A client asks me for a discount, what now?')).answer).not.toContain(rightAnswer);
  });

  it('names the field when the turn belongs to another clone', async () => {
    const [one, other] = await Promise.all(Object.keys(questions).map(cloneOf));
    const { body } = await house.call('POST', `/api/v1/clones/${one.id}/turns`, { question: 'Why?' });
    const wrong = await house.call('POST', `/api/v1/clones/${other.id}/corrections`, {
      turnId: body.id,
      question: 'Why?',
      rightAnswer: 'Because.',
    });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/turnId']);
  });
});

it('keeps secrets of a step to those who ask about it', async () => {
  const { id } = await publishPlaybook(house, { title: 'Eight secrets' });
  const { body } = await house.call('GET', '/api/v1/clones');
  const clone = body.data.find((one: { playbook: { id: string } }) => one.playbook.id === id);
  const { body: turn } = await house.call('POST', `/api/v1/clones/${clone.id}/turns`, {
    question: 'How do I do step number 6?',
  });
  expect(turn.answer).toContain(secretOf(6));
  expect(turn.answer).not.toContain(secretOf(2));
});
