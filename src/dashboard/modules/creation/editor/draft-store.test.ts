import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../api/problems.ts';
import type { Draft, Playbook, Review } from '../shapes.ts';
import { type DraftApi, DraftStore, type Shelf } from './draft-store.ts';

const content = (title: string): Draft => ({
  title: 'A playbook',
  titleCitations: [],
  methodologyType: 'process',
  openQuestions: [],
  steps: [
    {
      id: 'step-1',
      position: 1,
      title,
      citations: [],
      inputs: [],
      instructions: [],
      blanks: [],
      commonMistakes: [],
      tools: [],
    },
  ],
});
const playbook = (revision: number, title: string) =>
  ({
    id: 'p',
    draft: { revision, savedAt: null, savedBy: { id: 'u', name: 'Marit' }, content: content(title) },
  }) as Playbook;

/** A server that holds one draft and counts its revisions, as the real one does. */
function server(start: Playbook) {
  const held = { revision: start.draft.revision, content: start.draft.content, away: false };
  const api: DraftApi = {
    save: async (revision, draft) => {
      if (held.away) throw new ProblemError({ status: 0 });
      if (revision !== held.revision) throw new ProblemError({ status: 409 });
      held.revision += 1;
      held.content = structuredClone(draft);
      return { revision: held.revision, savedAt: '2026-11-20T12:00:00Z', review: {} as Review };
    },
    fix: async () => {
      throw new ProblemError({ status: 404 });
    },
    read: async () => ({
      ...start,
      draft: { ...start.draft, revision: held.revision, content: held.content },
    }),
  };
  return { held, api };
}

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value),
    remove: (key) => kept.delete(key),
  };
}

const retitle = (store: DraftStore, title: string) =>
  store.change((draft) => {
    if (draft.steps[0]) draft.steps[0].title = title;
  }, 'title');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is typed is saved after a pause, once', async () => {
  const { held, api } = server(playbook(3, 'one'));
  const store = new DraftStore(playbook(3, 'one'), api, shelf());
  retitle(store, 'on');
  retitle(store, 'other');
  expect(store.get().save).toBe('typing');
  await vi.runAllTimersAsync();
  expect(held.revision).toBe(4);
  expect(held.content.steps[0]?.title).toBe('other');
  expect(store.get()).toMatchObject({ save: 'saved', revision: 4 });
});

test('undo takes back what was typed in one go', async () => {
  const { api } = server(playbook(0, 'one'));
  const store = new DraftStore(playbook(0, 'one'), api, shelf(), () => 0);
  retitle(store, 'a');
  retitle(store, 'ab');
  expect(store.undo()).toBe(true);
  expect(store.get().content.steps[0]?.title).toBe('one');
  expect(store.get().save).toBe('saved');
  expect(store.undo()).toBe(false);
});

test('without a server typing is kept on the shelf and saved when it is back', async () => {
  const { held, api } = server(playbook(0, 'one'));
  held.away = true;
  const kept = shelf();
  const store = new DraftStore(playbook(0, 'one'), api, kept);
  retitle(store, 'typed on a train');
  await store.flush();
  expect(store.get().save).toBe('away');
  const reloaded = new DraftStore(playbook(0, 'one'), api, kept);
  reloaded.open(playbook(0, 'one'));
  expect(reloaded.get().content.steps[0]?.title).toBe('typed on a train');
  held.away = false;
  await reloaded.flush();
  expect(held.content.steps[0]?.title).toBe('typed on a train');
  expect(kept.kept.size).toBe(0);
});

test('when somebody saved the same step meanwhile, both stay and nothing is overwritten', async () => {
  const { held, api } = server(playbook(0, 'one'));
  const store = new DraftStore(playbook(0, 'one'), api, shelf());
  retitle(store, 'mine');
  held.revision = 1;
  held.content = content('theirs');
  await store.flush();
  expect(store.get().save).toBe('conflict');
  expect(store.get().content.steps[0]?.title).toBe('mine');
  expect(held.content.steps[0]?.title).toBe('theirs');
  store.resolve(content('mine'));
  await vi.runAllTimersAsync();
  expect(held).toMatchObject({ revision: 2, content: { steps: [{ title: 'mine' }] } });
});

test('when somebody changed something else, the two come together by themselves', async () => {
  const { held, api } = server(playbook(0, 'one'));
  const store = new DraftStore(playbook(0, 'one'), api, shelf());
  retitle(store, 'mine');
  held.revision = 1;
  held.content = { ...content('one'), title: 'Their title' };
  await store.flush();
  await vi.runAllTimersAsync();
  expect(held.content).toMatchObject({ title: 'Their title', steps: [{ title: 'mine' }] });
  expect(store.get().save).toBe('saved');
});
