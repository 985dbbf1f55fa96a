import { describe, expect, it } from 'vitest';
import { roleTable } from '../../../tests/role-table.ts';
import { allScopes, permissions, rolePermissions, roles } from './permissions.ts';

describe('the roles', () => {
  it('hold exactly what the table kept apart from the code says', () => {
    const fromCode = Object.fromEntries(
      permissions.map((permission) => [
        permission,
        roles.filter((role) => rolePermissions[role].has(permission)),
      ]),
    );
    expect(fromCode).toEqual(roleTable);
  });

  it('reach further from member to admin to owner', () => {
    const { owner, admin, member } = rolePermissions;
    expect([...member].every((permission) => admin.has(permission))).toBe(true);
    expect([...admin].every((permission) => owner.has(permission))).toBe(true);
    expect([...owner].filter((permission) => !admin.has(permission))).toEqual([
      'organization.billing',
      'organization.delete',
    ]);
  });

  it('give guests nothing that reaches past themselves', () => {
    for (const guest of ['expert', 'subscriber'] as const) {
      expect([...rolePermissions[guest]].every((permission) => permission.startsWith('own-'))).toBe(true);
    }
  });

  it('give no key what only a person may do', () => {
    for (const permission of ['organization.delete', 'members.manage', 'own-playbooks.read'] as const) {
      expect(allScopes.has(permission)).toBe(false);
    }
  });
});
