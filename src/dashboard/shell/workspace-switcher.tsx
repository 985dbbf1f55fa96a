import { useNavigate } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Workspace } from '../api/shapes.ts';
import { paths } from '../paths.ts';
import { Input } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Popover } from '../ui/popover.tsx';
import { addressInOther } from './other-workspace.ts';
import { useWorkspace } from './workspace.ts';
import { WorkspaceTile } from './workspace-tile.tsx';

/** Organizations as groups; `1`–`9` choose while it is open; a filter from eight workspaces up. */
export function WorkspaceSwitcher({ folded }: { folded?: boolean }) {
  const { workspace, me } = useWorkspace();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [find, setFind] = useState('');
  const listed = me.workspaces.filter((one) => one.name.toLowerCase().includes(find.toLowerCase()));
  const groups = [...Map.groupBy(listed, (one) => one.organizationId ?? '')];
  const ordered = groups.flatMap(([, members]) => members);
  const go = (other: Workspace) => {
    setOpen(false);
    void navigate({ to: addressInOther(window.location.pathname, workspace.slug, other.slug) });
  };
  return (
    <Popover
      label="Workspaces"
      open={open}
      onOpenChange={setOpen}
      className="w-72 p-1"
      trigger={
        <button
          type="button"
          className={clsx(
            'flex h-8.5 items-center gap-2 rounded-2 font-strong hover:bg-hover',
            folded ? 'w-9 justify-center' : 'w-full px-2',
          )}
        >
          <WorkspaceTile name={workspace.name} className={folded ? 'size-6' : ''} />
          {folded ? (
            <span className="sr-only">{workspace.name}, switch workspace</span>
          ) : (
            <>
              <span className="min-w-0 flex-1 truncate text-left">
                {workspace.name}
                <span className="sr-only">, switch workspace</span>
              </span>
              <ChevronsUpDown className="size-3.5 text-ink-2" aria-hidden />
            </>
          )}
        </button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: 1 to 9 are a shortcut for the buttons inside. */}
      <div
        onKeyDown={(event) => {
          const chosen =
            /^[1-9]$/.test(event.key) && !(event.target instanceof HTMLInputElement)
              ? ordered[Number(event.key) - 1]
              : undefined;
          if (chosen) go(chosen);
        }}
      >
        {me.workspaces.length >= 8 ? (
          <div className="p-1">
            <Input
              height="sm"
              aria-label="Find a workspace"
              placeholder="Find a workspace"
              value={find}
              onChange={(event) => setFind(event.target.value)}
            />
          </div>
        ) : null}
        {groups.map(([organizationId, members]) => (
          <section key={organizationId} aria-label={organizationName(me.organizations, organizationId)}>
            <h2 className="px-2 pt-2 pb-1 font-medium text-ink-3 text-xs">
              {organizationName(me.organizations, organizationId)}
            </h2>
            {members.map((one) => (
              <button
                key={one.slug}
                type="button"
                onClick={() => go(one)}
                aria-current={one.slug === workspace.slug ? 'true' : undefined}
                className="flex h-8.5 w-full items-center gap-2 rounded-2 px-2 text-left outline-offset-[-2px] hover:bg-hover"
              >
                <WorkspaceTile name={one.name} />
                <span className="min-w-0 flex-1 truncate">{one.name}</span>
                {one.slug === workspace.slug ? <Check className="text-accent-text" aria-hidden /> : null}
                {ordered.indexOf(one) < 9 ? <Kbd keys={String(ordered.indexOf(one) + 1)} /> : null}
              </button>
            ))}
          </section>
        ))}
        <div className="-mx-1 mt-1 border-line border-t px-1 pt-1">
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              void navigate({ to: paths.newWorkspace });
            }}
            className="flex h-8.5 w-full items-center gap-2 rounded-2 px-2 text-left outline-offset-[-2px] hover:bg-hover"
          >
            <Plus className="size-5 p-0.5 text-ink-2" aria-hidden /> New workspace
          </button>
        </div>
      </div>
    </Popover>
  );
}

function organizationName(organizations: { id: string; name: string }[], id: string): string {
  return organizations.find((one) => one.id === id)?.name ?? 'Workspaces';
}
