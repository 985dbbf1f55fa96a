import { useNavigate } from '@tanstack/react-router';
import { BookText, LogOut, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu } from '../ui/popover.tsx';
import { useSignOut } from './sign-out.ts';
import { type Density, type Theme, useDensity, useTheme } from './theme.ts';
import { useWorkspace } from './workspace.ts';

const themes: [Theme, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];
const densities: [Density, string][] = [
  ['tight', 'Tight rows'],
  ['usual', 'Usual rows'],
  ['roomy', 'Roomy rows'],
];

/** You: theme, density, your organization, the API reference, the way out. */
export function UserMenu({ trigger }: { trigger: ReactNode }) {
  const { me, workspace, paths, can } = useWorkspace();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const organization = me.organizations.find((one) => one.id === workspace.organizationId);
  return (
    <Menu
      label="You"
      align="start"
      trigger={trigger}
      header={
        <div className="px-2 pt-1.5 pb-1">
          <p className="font-strong">{me.user.name}</p>
          <p className="text-ink-3 text-xs">
            {me.user.email}, {workspace.role}
          </p>
        </div>
      }
      groups={[
        {
          title: 'Theme',
          items: themes.map(([value, label]) => ({
            label,
            checked: theme === value,
            onChoose: () => setTheme(value),
          })),
        },
        {
          title: 'Density',
          items: densities.map(([value, label]) => ({
            label,
            checked: density === value,
            onChoose: () => setDensity(value),
          })),
        },
        {
          items: [
            ...(can('members.read')
              ? [
                  {
                    label: organization?.name ?? 'Organization',
                    note: 'members',
                    icon: <UsersRound />,
                    onChoose: () => void navigate({ to: paths.settings('members') }),
                  },
                ]
              : []),
            {
              label: 'API reference',
              icon: <BookText />,
              onChoose: () => window.open('/api/docs/', '_blank', 'noopener'),
            },
            { label: 'Sign out', icon: <LogOut />, onChoose: signOut },
          ],
        },
      ]}
    />
  );
}
