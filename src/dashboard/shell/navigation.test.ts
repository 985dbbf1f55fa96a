import { expect, test } from 'vitest';
import { pathsOf } from '../paths.ts';
import { areaAt, areasOf, isAt, visibleAreas } from './navigation.ts';
import { addressInOther } from './other-workspace.ts';

const place = (permissions: string[]) => {
  const workspace = {
    id: '1',
    slug: 'marit',
    name: 'Marit',
    kind: 'normal',
    organizationId: null,
    timeZone: 'UTC',
    currency: 'EUR',
    role: 'expert',
    permissions,
  } as const;
  return {
    workspace: { ...workspace, permissions },
    me: { user: { id: '1', name: 'A', email: 'a@b.example' }, organizations: [], workspaces: [] },
    paths: pathsOf('marit'),
    can: (permission: string) => permissions.includes(permission),
  };
};

test('an expert sees home, their playbooks, clones and share, and nothing else', () => {
  const areas = visibleAreas(
    place(['own-playbooks.read', 'own-funnel.read', 'own-share.read', 'own-clone.correct']),
  );
  expect(areas.map((area) => area.label)).toEqual(['Home', 'Playbooks', 'Trials', 'Sales']);
  expect(areas.find((area) => area.id === 'sales')?.to).toBe('/w/marit/orders');
});

test('an address inside a record belongs to its area', () => {
  const areas = areasOf(pathsOf('marit'));
  expect(areaAt(areas, '/w/marit/leads/42')?.id).toBe('leads');
  expect(areaAt(areas, '/w/marit/sources/7')?.id).toBe('playbooks');
  expect(areaAt(areas, '/w/marit/')?.id).toBe('home');
  expect(isAt('/w/marit/leadsmith', '/w/marit/leads')).toBe(false);
});

test('switching keeps the area and never an id', () => {
  expect(addressInOther('/w/marit/leads/42', 'marit', 'halden')).toBe('/w/halden/leads');
  expect(addressInOther('/w/marit/settings/members', 'marit', 'halden')).toBe('/w/halden/');
});

test('no two places share a second key', () => {
  const keys = areasOf(pathsOf('marit'))
    .flatMap((area) => [area.keys, ...area.under.map((item) => item.keys)])
    .filter(Boolean);
  expect(new Set(keys).size).toBe(keys.length);
});
