import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operationsOf, smallest } from './support/contract.ts';
import { openHouse, type TestHouse } from './support/harness.ts';

let house: TestHouse;
let neighbour: Awaited<ReturnType<TestHouse['neighbour']>>;
let operations: Operation[];
let schemas: Parameters<typeof smallest>[1];
/** Ids of things that exist in the house's workspace, by the noun in the path. */
const ours: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  neighbour = await house.neighbour();
  ({ operations, schemas } = await operationsOf(house));
  ours.experts = (await house.call('POST', '/api/v1/experts', { name: 'Marit Ostrevik' })).body.id;
  ours.sources = (
    await house.call('POST', '/api/v1/sources', {
      kind: 'paste',
      text: 'First list the jobs. Then price each job.',
    })
  ).body.id;
  ours.playbooks = (await house.call('POST', '/api/v1/playbooks', { title: 'Ours alone' })).body.id;
  ours.links = (
    await house.call('POST', '/api/v1/links', { url: 'https://tallowgate.example/', slug: 'ours-alone' })
  ).body.id;
  ours.leads = (await house.call('POST', '/api/v1/leads', { email: 'somebody@tallowgate.example' })).body.id;
  await house.settle();
  const source = (await house.call('GET', `/api/v1/sources/${ours.sources}`)).body;
  ours.passages = source.passages[0].id;
});
afterAll(() => house.close());

const hasId = ({ path }: Operation) => path.includes('{');
const isOfWorkspace = ({ definition, path }: Operation) =>
  definition.security?.length > 0 && path.startsWith('/api/v1/');
/** Belong to the person or the organization, not to a workspace. */
const ACCOUNT = /^\/api\/v1\/(me|workspaces|sign-in|sample-session|invitations)(\/|$)/;

function idIn(path: string): string {
  const noun = /\/([a-z-]+)\/\{[^}]+\}/.exec(path)?.[1] ?? '';
  return ours[noun] ?? ours.playbooks ?? '';
}

const call = (operation: Operation, headers: Record<string, string>) => {
  const id = idIn(operation.path);
  const url = operation.path.replace(/\{[^}]+\}/g, operation.path.includes('/jobs/') ? '1' : id);
  const content = operation.definition.requestBody?.content ?? {};
  const body = smallest(content['application/json']?.schema, schemas, id);
  return house.call(operation.method, url, operation.method === 'GET' ? undefined : (body ?? {}), headers);
};

describe('a foreign workspace', () => {
  it('holds something of ours to reach for', () => {
    expect(Object.values(ours).filter((id) => typeof id === 'string' && id.length > 30)).toHaveLength(6);
    expect(operations.filter(isOfWorkspace).length).toBeGreaterThan(40);
  });

  it('answers every route as if it did not exist to a key of another workspace', async () => {
    const answers: string[] = [];
    for (const operation of operations.filter(
      (candidate) => isOfWorkspace(candidate) && !ACCOUNT.test(candidate.path),
    )) {
      const { status } = await call(operation, {
        authorization: `Bearer ${neighbour.apiKey}`,
        'x-workspace': house.workspace.slug,
      });
      // Bad input may be refused before anybody asks whose workspace it is; nothing else may be said.
      if (status !== 404 && status !== 422 && status !== 415 && status !== 400)
        answers.push(`${operation.method} ${operation.path}: ${status}`);
    }
    expect(answers).toEqual([]);
  });

  it('never answers with our things to somebody inside their own workspace', async () => {
    const answers: string[] = [];
    for (const operation of operations.filter(
      (candidate) => isOfWorkspace(candidate) && hasId(candidate) && !ACCOUNT.test(candidate.path),
    )) {
      const { status, text } = await call(operation, { authorization: `Bearer ${neighbour.apiKey}` });
      const leaks =
        text.includes('Ours alone') || text.includes('somebody@tallowgate') || text.includes('ours-alone');
      if ((status < 400 && status !== 204) || leaks)
        answers.push(`${operation.method} ${operation.path}: ${status}`);
    }
    expect(answers).toEqual([]);
  });

  it('leaves our things as they were', async () => {
    for (const noun of ['experts', 'playbooks', 'links', 'leads', 'sources'] as const) {
      expect((await house.call('GET', `/api/v1/${noun}/${ours[noun]}`)).status).toBe(200);
    }
  });
});
