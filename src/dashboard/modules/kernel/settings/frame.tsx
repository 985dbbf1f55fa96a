import { Link, useNavigate } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Select } from '../../../ui/field.tsx';

const groups = [
  {
    title: 'Workspace',
    pages: [
      { id: 'general', label: 'General', needs: 'workspace.read' },
      { id: 'members', label: 'Members', needs: 'members.read' },
    ],
  },
  {
    title: 'Sending',
    pages: [
      { id: 'mailboxes', label: 'Mailboxes', needs: 'mailboxes.read' },
      { id: 'messages', label: 'Messages', needs: 'mail.read' },
      { id: 'suppressions', label: 'Suppression list', needs: 'mail.read' },
    ],
  },
  {
    title: 'Machine',
    pages: [
      { id: 'policy', label: 'CEO policy', needs: 'policy.read' },
      { id: 'spend', label: 'Models & spend', needs: 'usage.read' },
    ],
  },
  {
    title: 'Data',
    pages: [
      { id: 'api-keys', label: 'API keys', needs: 'api-keys.read' },
      { id: 'webhooks', label: 'Webhooks', needs: 'webhooks.read' },
      { id: 'audit', label: 'Audit log', needs: 'audit.read' },
      { id: 'archives', label: 'Export & import', needs: 'workspace.manage' },
    ],
  },
  { title: 'Organization', pages: [{ id: 'plan', label: 'Plan & usage', needs: 'usage.read' }] },
] as const;

export type SettingsPageId = (typeof groups)[number]['pages'][number]['id'];

interface SettingsPageProps {
  page: SettingsPageId;
  note?: ReactNode;
  actions?: ReactNode;
  foot?: ReactNode;
  /** A table that reaches from edge to edge brings its own padding. */
  flush?: boolean;
  children: ReactNode;
}

/** One page of the settings, with the others beside it. */
export function SettingsPage({ page, note, actions, foot, flush, children }: SettingsPageProps) {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const seen = groups
    .map((group) => ({ ...group, pages: group.pages.filter((one) => can(one.needs)) }))
    .filter((group) => group.pages.length > 0);
  const here = groups.flatMap((group) => [...group.pages]).find((one) => one.id === page);
  const label = here?.label ?? 'Settings';
  if (here && !can(here.needs)) return <NoPermissionPage what={label} needs={here.needs} />;
  return (
    <Page
      title={label}
      crumbs={[{ label: 'Settings', to: paths.settings() }]}
      note={note}
      actions={actions}
      foot={foot}
    >
      <div className="flex min-h-full max-tablet:flex-col tablet:h-full">
        <nav
          aria-label="Settings"
          className="w-51 shrink-0 overflow-y-auto border-line border-r px-2.5 py-5 max-tablet:hidden"
        >
          {seen.map((group) => (
            <div key={group.title} className="mb-3.5">
              <h2 className="px-2.5 pb-1 font-medium text-ink-2 text-xs">{group.title}</h2>
              <ul>
                {group.pages.map((one) => (
                  <li key={one.id}>
                    <Link
                      to={paths.settings(one.id)}
                      aria-current={one.id === page ? 'page' : undefined}
                      className={clsx(
                        'flex h-7 items-center rounded-2 px-2.5 outline-offset-[-2px]',
                        one.id === page ? 'bg-press font-medium' : 'text-ink-2 hover:bg-hover hover:text-ink',
                      )}
                    >
                      {one.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="border-line border-b px-4 py-2.5 tablet:hidden">
          <Select
            aria-label="Page of the settings"
            value={page}
            onChange={(event) => void navigate({ to: paths.settings(event.target.value) })}
          >
            {seen.map((group) => (
              <optgroup key={group.title} label={group.title}>
                {group.pages.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </div>
        <div
          className={clsx(
            'scroll-sheet min-w-0 flex-1 tablet:overflow-y-auto',
            !flush && 'px-gutter py-5 max-phone:px-4',
          )}
        >
          {children}
        </div>
      </div>
    </Page>
  );
}
