import { chmod, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '#kernel/jobs';
import { forgetVisitors } from '#kernel/tracking';
import { openHouse, type TestHouse } from '../../tests/support/harness.ts';
import { loadConfig } from '../config.ts';
import { apiKey } from './api-key.ts';
import { archive } from './archive.ts';
import { type Command, Misspoken } from './command.ts';
import { doctor } from './doctor.ts';
import { jobs } from './jobs.ts';
import { migrate } from './migrate.ts';
import { replay } from './replay.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Runs a command beside the house, as a shell would. */
async function run(command: Command, words: string[], more: Record<string, string> = {}) {
  const results: string[] = [];
  const remarks: string[] = [];
  const { database, settings } = house.platform;
  const env = {
    DATABASE_URL: database.directUrl,
    DATA_DIR: settings.dataDir,
    LOG_FILE: '-',
    LOG_LEVEL: 'silent',
    PORT: '9',
    ...more,
  };
  const voice = {
    result: (line: string) => void results.push(line),
    remark: (line: string) => void remarks.push(line),
  };
  const status = await command.run({ words, env, voice, config: () => loadConfig(env) });
  return { status, results, remarks };
}

describe('api-key create', () => {
  it('prints a key last that opens this workspace', async () => {
    const { status, results } = await run(apiKey, [
      'create',
      '--workspace',
      'tallowgate',
      '--name',
      'Night shift',
    ]);
    expect(status).toBe(0);
    const key = results.at(-1) ?? '';
    expect(key).toMatch(/^pbk_\w+/);
    const answer = await house.call('GET', '/api/v1/api-keys', undefined, { authorization: `Bearer ${key}` });
    expect(answer.status).toBe(200);
    expect(answer.body.data.map(({ name }: { name: string }) => name)).toContain('Night shift');
  });

  it('keeps a key within the scopes it was given', async () => {
    const { results } = await run(apiKey, [
      'create',
      '--workspace',
      'tallowgate',
      '--name',
      'Reader',
      '--scopes',
      'sources.read',
    ]);
    const as = { authorization: `Bearer ${results.at(-1)}` };
    expect((await house.call('GET', '/api/v1/sources', undefined, as)).status).toBe(200);
    expect((await house.call('GET', '/api/v1/api-keys', undefined, as)).status).toBe(403);
  });

  it.each([
    [['create', '--name', 'x'], '--workspace is missing.'],
    [['create', '--workspace', 'tallowgate'], '--name is missing.'],
    [
      ['create', '--workspace', 'nowhere', '--name', 'x'],
      'There is no workspace "nowhere". There are: tallowgate',
    ],
    [
      ['create', '--workspace', 'tallowgate', '--name', 'x', '--scopes', 'everything'],
      'There is no scope "everything".',
    ],
    [['dance'], 'Say what to do: create.'],
    [['create', '--colour', 'red'], '--colour'],
  ])('refuses %j with what is wrong', async (words, sentence) => {
    const refused = run(apiKey, words);
    await expect(refused).rejects.toThrow(Misspoken);
    await expect(refused).rejects.toThrow(sentence);
  });
});

describe('jobs', () => {
  it('lists what has used up its attempts and makes it due again', async () => {
    await house.inWorkspace((ctx) => enqueue(ctx, forgetVisitors, {}, { runAt: new Date('2030-01-01') }));
    const { ownerPool } = house.platform.database;
    const { rows } = await ownerPool.query<{ id: string }>(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'the disk is full\\nstack' returning id::text`,
    );
    const id = rows[0]?.id ?? '';
    const listed = await run(jobs, ['list']);
    expect(listed.results).toEqual([
      expect.stringMatching(new RegExp(`^${id}  ${forgetVisitors.name}  .*the disk is full$`)),
    ]);

    expect(await run(doctor, [])).toMatchObject({
      results: expect.arrayContaining([expect.stringContaining('1 have used up their attempts')]),
    });

    expect(await run(jobs, ['retry', id])).toMatchObject({ status: 0, results: [`${id} is due again`] });
    expect((await run(jobs, ['list'])).results).toEqual([]);
    expect(await run(jobs, ['retry', id])).toMatchObject({ status: 1 });
  });

  it.each([[['retry']], [['retry', 'seven']], [[]]])('refuses %j', async (words) => {
    await expect(run(jobs, words)).rejects.toThrow(Misspoken);
  });
});

describe('doctor', () => {
  it('finds nothing wrong with a sound installation, and says what stands in for what', async () => {
    const { status, results } = await run(doctor, []);
    expect(results.at(-1)).toContain('Nothing is wrong.');
    expect(status).toBe(0);
    for (const subject of [
      'configuration',
      'disk',
      'database',
      'roles',
      'schema',
      'isolation',
      'jobs',
      'mail',
      'payments',
      'models',
    ]) {
      expect(
        results.some((line) => line.includes(` ${subject}`)),
        subject,
      ).toBe(true);
    }
  });

  it('names the variable that is wrong', async () => {
    const { status, results } = await run(doctor, [], { PORT: 'seventy' });
    expect(status).toBe(1);
    expect(results[0]).toMatch(/^WRONG .*PORT must be/);
  });

  it('says that the database does not answer, and what to do', async () => {
    const { status, results } = await run(doctor, [], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
    expect(status).toBe(1);
    expect(results.join('\n')).toMatch(/WRONG +database +It does not answer: .+\n +-> Check DATABASE_URL/);
  });

  it('tells a mail server that does not answer from none', async () => {
    const { results } = await run(doctor, [], { SMTP_URL: 'smtp://127.0.0.1:9' });
    expect(results.join('\n')).toMatch(/WRONG +mail +SMTP_URL: 127\.0\.0\.1:9 says no/);
  });

  it('notices a table that lost its wall', async () => {
    const { ownerPool } = house.platform.database;
    await ownerPool.query('alter table app.playbooks no force row level security');
    const { status, results } = await run(doctor, []);
    await ownerPool.query('alter table app.playbooks force row level security');
    expect(status).toBe(1);
    expect(results.join('\n')).toContain('Without a policy: playbooks.');
  });

  it('notices a key that others can read', async () => {
    const path = `${house.platform.settings.dataDir}/secret.key`;
    await writeFile(path, 'secret', { flag: 'a' });
    await chmod(path, 0o644);
    const { results } = await run(doctor, []);
    await chmod(path, 0o600);
    expect(results.join('\n')).toContain(`chmod 600 ${path}`);
  });
});

describe('migrate and replay', () => {
  it('has nothing to do on a schema of today', async () => {
    expect(await run(migrate, [])).toEqual({
      status: 0,
      results: ['The schema is up to date.'],
      remarks: [],
    });
  });

  it('sends nobody past events that nobody listens to', async () => {
    await expect(run(replay, ['--workspace', 'tallowgate', '--listener', 'nobody'])).rejects.toThrow(
      'No listener is named nobody.',
    );
    await expect(
      run(replay, ['--workspace', 'tallowgate', '--listener', 'x', '--from', 'once']),
    ).rejects.toThrow('--from is no time');
  });
});

describe('archive', () => {
  it('takes a workspace out and makes another of the file', async () => {
    const file = `${house.platform.settings.dataDir}/tallowgate.tar.gz`;
    const out = await run(archive, ['export', '--workspace', 'tallowgate', '--to', file]);
    expect(out).toMatchObject({ status: 0, results: [file] });
    const words = ['import', '--from', file, '--owner', house.owner.email, '--name', 'Tallowgate, sold'];
    const back = await run(archive, words);
    expect(back).toMatchObject({ status: 0, results: [expect.stringMatching(/\/w\/tallowgate-sold$/)] });
    await expect(run(archive, ['import', '--from', file, '--owner', 'nobody@x.example'])).rejects.toThrow(
      Misspoken,
    );
    await expect(run(archive, ['away'])).rejects.toThrow('export or import');
  });
});
