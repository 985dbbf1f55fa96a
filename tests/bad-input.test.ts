import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operationsOf, smallest } from './support/contract.ts';
import { openHouse, type TestHouse } from './support/harness.ts';
import { publishPlaybook } from './support/playbook.ts';

const UNKNOWN = '0197b3c0-0000-7000-8000-000000000000';

let house: TestHouse;
let operations: Operation[];
let schemas: Parameters<typeof smallest>[1];

beforeAll(async () => {
  house = await openHouse();
  ({ operations, schemas } = await operationsOf(house));
});
afterAll(() => house.close());

const urlOf = ({ path }: Operation, id = UNKNOWN) =>
  path.replace(/\{[^}]+\}/g, path.includes('/jobs/') ? '999999' : id);
const takesJson = ({ definition }: Operation) =>
  definition.requestBody?.content?.['application/json'] !== undefined;
const isSecured = ({ definition }: Operation) => definition.security?.length > 0;
/** A stream that stays open is no request and answer. */
const isStream = ({ path }: Operation) => path === '/api/v1/live';

interface Refusal {
  statusCode: number;
  headers: Record<string, unknown>;
  payload: string;
}

/** Sends every chosen operation and returns the answers that are not a proper refusal with one of the wanted statuses. */
async function wrong(
  chosen: Operation[],
  wanted: number[],
  send: (operation: Operation) => Promise<Refusal>,
): Promise<string[]> {
  const found: string[] = [];
  for (const operation of chosen) {
    const answer = await send(operation);
    const isProblem =
      String(answer.headers['content-type']).includes('application/problem+json') &&
      Boolean(JSON.parse(answer.payload || '{}').instance);
    if (!wanted.includes(answer.statusCode) || !isProblem)
      found.push(
        `${operation.method} ${operation.path}: ${answer.statusCode} ${answer.payload.slice(0, 120)}`,
      );
  }
  return found;
}

const inject = (operation: Operation, url: string, payload?: string, headers: Record<string, string> = {}) =>
  house.app.inject({
    method: operation.method as 'POST',
    url,
    headers: {
      authorization: `Bearer ${house.apiKey}`,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  }) as unknown as Promise<Refusal>;

// What a key can never do (403) is refused before its body is read.
describe('every route', () => {
  it('asks who calls', async () => {
    const chosen = operations.filter((operation) => isSecured(operation));
    expect(chosen.length).toBeGreaterThan(40);
    expect(
      await wrong(chosen, [401], (operation) =>
        inject(operation, urlOf(operation), takesJson(operation) ? '{}' : undefined, { authorization: '' }),
      ),
    ).toEqual([]);
  });

  it('refuses a token that is none of ours', async () => {
    const [operation] = operations.filter(
      (candidate) => candidate.path === '/api/v1/playbooks' && candidate.method === 'GET',
    );
    if (!operation) throw new Error('There is no list of playbooks.');
    for (const token of ['pbk_nothing', 'Bearer', 'eyJhbGciOiJub25lIn0.e30.', '\u00e9']) {
      expect(
        (await inject(operation, operation.path, undefined, { authorization: `Bearer ${token}` })).statusCode,
      ).toBe(401);
    }
  });

  it('refuses malformed JSON', async () => {
    expect(
      await wrong(operations.filter(takesJson), [400, 403], (operation) =>
        inject(operation, urlOf(operation), '{"a":'),
      ),
    ).toEqual([]);
  });

  it('refuses a body of the wrong type, and names what is wrong', async () => {
    expect(
      await wrong(operations.filter(takesJson), [422, 404, 403], (operation) =>
        inject(operation, urlOf(operation), '[7]'),
      ),
    ).toEqual([]);
  });

  it('says in plain words what is wrong with each field', async () => {
    const raw: string[] = [];
    let fields = 0;
    for (const operation of operations.filter(takesJson)) {
      const { schema } = operation.definition.requestBody.content['application/json'];
      const { properties = {} } = schema.$ref ? (schemas[schema.$ref.split('/').at(-1)] ?? {}) : schema;
      for (const wrongly of [{ x: 1 }, 'x', -1]) {
        const body = JSON.stringify(
          Object.fromEntries(Object.keys(properties).map((name) => [name, wrongly])),
        );
        for (const { pointer, detail } of JSON.parse(
          (await inject(operation, urlOf(operation), body)).payload,
        ).errors ?? []) {
          fields += 1;
          if (!/^[A-Z“].*[.!?]$/.test(detail) || /Invalid|expected|received|Too (small|big)/.test(detail))
            raw.push(`${operation.path} ${pointer}: ${detail}`);
        }
      }
    }
    expect(fields).toBeGreaterThan(300);
    expect(raw).toEqual([]);
  });

  it('refuses another media type', async () => {
    expect(
      await wrong(operations.filter(takesJson), [415, 403], (operation) =>
        inject(operation, urlOf(operation), '<a/>', { 'content-type': 'application/xml' }),
      ),
    ).toEqual([]);
  });

  it('refuses a body that is too large', async () => {
    const huge = JSON.stringify({ title: 'x'.repeat(13_000_000) });
    expect(
      await wrong(operations.filter(takesJson), [413, 403], (operation) =>
        inject(operation, urlOf(operation), huge),
      ),
    ).toEqual([]);
  });

  it('says that there is nothing at an unknown id', async () => {
    const chosen = operations.filter((operation) => operation.path.includes('{') && isSecured(operation));
    expect(
      await wrong(chosen, [404, 422, 403], (operation) =>
        inject(
          operation,
          urlOf(operation),
          takesJson(operation)
            ? JSON.stringify(
                smallest(
                  operation.definition.requestBody.content['application/json'].schema,
                  schemas,
                  UNKNOWN,
                ),
              )
            : undefined,
        ),
      ),
    ).toEqual([]);
  });

  it('never breaks on an id that is none', async () => {
    const chosen = operations.filter((operation) => operation.path.includes('{') && isSecured(operation));
    for (const id of ["'; drop table users; --", '%00', '../../etc/passwd', '1e309', 'ünïcödé']) {
      for (const operation of chosen) {
        const { statusCode } = await inject(
          operation,
          urlOf(operation, encodeURIComponent(id)),
          takesJson(operation) ? '{}' : undefined,
        );
        expect(statusCode, `${operation.method} ${operation.path} with ${id}`).toBeGreaterThanOrEqual(400);
        expect(statusCode, `${operation.method} ${operation.path} with ${id}`).toBeLessThan(500);
      }
    }
  });

  it('never breaks on a query that makes no sense', async () => {
    const chosen = operations.filter(
      (operation) => operation.method === 'GET' && !operation.path.includes('{') && !isStream(operation),
    );
    for (const query of [
      'cursor=AAAA',
      'cursor=WyJ4IiwieSJd',
      'cursor=WzEsMl0',
      'limit=-1',
      'limit=x',
      'q=%00',
      'q=%25%5F',
      `q=${'x'.repeat(3000)}`,
      'sort=nothing',
      'stage=nothing',
    ]) {
      for (const operation of chosen) {
        const { statusCode, payload } = await inject(operation, `${operation.path}?${query}`);
        expect(statusCode, `${operation.path}?${query.slice(0, 40)}: ${payload.slice(0, 200)}`).toBeLessThan(
          500,
        );
      }
    }
  });
});

describe('a body that is nested without end', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  it('is refused, by public pages too', async () => {
    const { path } = await publishPlaybook(house);
    for (const levels of [200, 3_000, 50_000]) {
      const bodies = [
        [`${path}/progress`, `{"answers":{"x":${deep(levels)}},"stepsDone":[],"position":1}`],
        [`${path}/gate`, `{"email":"a@b.example","carried":{"answers":{"x":${deep(levels)}}}}`],
        ['/api/v1/experts', `{"name":"Deep","more":${deep(levels)}}`],
      ] as const;
      for (const [url, payload] of bodies) {
        const answer = await house.app.inject({
          method: 'POST',
          url,
          headers: {
            authorization: `Bearer ${house.apiKey}`,
            'idempotency-key': `deep-${levels}`,
            'content-type': 'application/json',
          },
          payload,
        });
        expect(answer.statusCode, `${url}, ${levels} levels: ${answer.payload}`).toBe(400);
      }
    }
  });
});

describe('a cursor of a list that is sorted by something else', () => {
  it('is refused', async () => {
    for (const name of ['Anouk', 'Bertil'])
      await house.call('POST', '/api/v1/leads', { name, email: `${name}@tallowgate.example` });
    const { nextCursor } = (await house.call('GET', '/api/v1/leads?sort=name&limit=1')).body;
    for (const list of ['experts', 'sources', 'playbooks', 'links']) {
      const { status, text } = await house.call('GET', `/api/v1/${list}?cursor=${nextCursor}`);
      expect(status, `${list}: ${text}`).toBe(422);
    }
  });
});

describe('a repeated request', () => {
  it('answers the first answer again and does the work once', async () => {
    const headers = { 'idempotency-key': 'once-only' };
    const first = await house.call('POST', '/api/v1/experts', { name: 'Marit Ostrevik' }, headers);
    const second = await house.call('POST', '/api/v1/experts', { name: 'Marit Ostrevik' }, headers);
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect((await house.call('GET', '/api/v1/experts')).body.data).toHaveLength(1);
  });

  it('is refused when the key was used for something else', async () => {
    const headers = { 'idempotency-key': 'one-key' };
    await house.call('POST', '/api/v1/experts', { name: 'One' }, headers);
    expect((await house.call('POST', '/api/v1/experts', { name: 'Two' }, headers)).status).toBe(422);
  });

  it('does the work once when both arrive together', async () => {
    const headers = { 'idempotency-key': 'together' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => house.call('POST', '/api/v1/experts', { name: 'Together' }, headers)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const { data } = (await house.call('GET', '/api/v1/experts')).body;
    expect(data.filter((expert: { name: string }) => expert.name === 'Together')).toHaveLength(1);
  });

  it('of an upload is refused when the file is another', async () => {
    const upload = (text: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/v1/sources/uploads',
        headers: {
          authorization: `Bearer ${house.apiKey}`,
          'idempotency-key': 'one-upload',
          'content-type': 'multipart/form-data; boundary=cut',
        },
        payload: `--cut\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n${text}\r\n--cut--\r\n`,
      });
    const first = await upload('Write the price before the call.');
    expect(first.statusCode).toBe(201);
    expect((await upload('Write the price before the call.')).json()).toEqual(first.json());
    expect((await upload('Something else altogether, and longer.')).statusCode).toBe(422);
  });

  it('may be tried again after a refusal', async () => {
    const headers = { 'idempotency-key': 'second-try' };
    expect((await house.call('POST', '/api/v1/links', { playbookId: UNKNOWN }, headers)).status).toBe(422);
    expect(
      (await house.call('POST', '/api/v1/links', { url: 'https://tallowgate.example/' }, headers)).status,
    ).toBe(201);
  });
});
