import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, newId } from '#kernel/database';
import { roleTable } from './role-table.ts';
import { type Operation, operationsOf } from './support/contract.ts';
import { openHouse, type TestHouse } from './support/harness.ts';

const ROLES = ['owner', 'admin', 'member', 'expert', 'subscriber'] as const;
type Role = (typeof ROLES)[number];
const UNKNOWN = '0197b3c0-0000-7000-8000-000000000000';

let house: TestHouse;
let operations: Operation[];
const sessions = new Map<Role, Record<string, string>>();

beforeAll(async () => {
  house = await openHouse();
  operations = (await operationsOf(house)).operations;
  for (const role of ROLES) sessions.set(role, role === 'owner' ? house.owner.headers : await enter(role));
});
afterAll(() => house.close());

/** Makes somebody with the role and signs them in. */
async function enter(role: Exclude<Role, 'owner'>): Promise<Record<string, string>> {
  const { platform, workspace } = house;
  const { userId } = await platform.identity.makeAccount({ email: `${role}@tallowgate.example`, name: role });
  await inTransaction(platform.database.pool, { workspaceId: workspace.id }, async (db) => {
    if (role === 'admin' || role === 'member') {
      await db.$client.query(
        'insert into identity.members (id, organization_id, user_id, role, created_at) values ($1, $2, $3, $4, now())',
        [newId(), workspace.organizationId, userId, role],
      );
    } else {
      await db.$client.query(
        'insert into identity.workspace_members (id, workspace_id, organization_id, user_id, role, created_at) values ($1, $2, $3, $4, $5, now())',
        [newId(), workspace.id, workspace.organizationId, userId, role],
      );
    }
  });
  const { cookies } = await platform.identity.openSession(userId);
  return { ...house.owner.headers, cookie: cookies.map((line) => line.split(';')[0]).join('; ') };
}

const permissionOf = ({ definition }: Operation): string => definition['x-permission'];
const isAsked = (operation: Operation) =>
  !['public', 'signed-in', undefined].includes(permissionOf(operation)) && operation.path !== '/api/v1/live';

async function isRefused(operation: Operation, role: Role): Promise<boolean> {
  const answer = await house.app.inject({
    method: operation.method as 'POST',
    url: operation.path.replace(/\{[^}]+\}/g, operation.path.includes('/jobs/') ? '999999' : UNKNOWN),
    headers: {
      ...sessions.get(role),
      ...(operation.definition.requestBody && { 'content-type': 'application/json' }),
    },
    // Nothing that a body asks for may happen here: it is refused for what it says, or before.
    ...(operation.definition.requestBody && { payload: '[]' }),
  });
  return answer.statusCode === 403 || answer.statusCode === 401;
}

describe('each route', () => {
  it('names a permission that the table of roles knows', () => {
    const unknown = operations
      .filter((operation) => isAsked(operation) && !roleTable[permissionOf(operation)])
      .map((operation) => `${operation.path}: ${permissionOf(operation)}`);
    expect(unknown).toEqual([]);
    expect(operations.filter(isAsked).length).toBeGreaterThan(50);
  });

  it.each(ROLES)('opens to %s exactly where the table says so', async (role) => {
    const wrong: string[] = [];
    for (const operation of operations.filter(isAsked)) {
      const may = roleTable[permissionOf(operation)]?.includes(role) ?? false;
      // What changes nothing needs no body, and a route without one would act: only what reads or is refused is called.
      if (may && operation.method !== 'GET' && !operation.definition.requestBody) continue;
      if ((await isRefused(operation, role)) === may)
        wrong.push(`${operation.method} ${operation.path} (${permissionOf(operation)})`);
    }
    expect(wrong).toEqual([]);
  });
});
