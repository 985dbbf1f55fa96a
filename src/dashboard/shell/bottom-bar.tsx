import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { House, Inbox, Menu as MenuIcon, Search, Stamp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { isAt, visibleAreas } from './navigation.ts';
import { openPalette } from './openers.ts';
import { UserMenu } from './user-menu.tsx';
import { useWorkspace } from './workspace.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

const tab =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-1 text-2xs text-ink-2 outline-offset-[-3px]';

/** Below 960 px: Home, Inbox, Approvals, Search, All. */
export function BottomBar() {
  const { paths, can } = useWorkspace();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [all, setAll] = useState(false);
  return (
    <>
      <nav
        aria-label="Main"
        className="flex h-[calc(4.25rem+env(safe-area-inset-bottom))] shrink-0 border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)] tablet:hidden"
      >
        <Tab
          to={paths.home}
          label="Home"
          icon={<House className="size-5" />}
          here={isAt(pathname, paths.home)}
        />
        {can('inbox.read') ? (
          <Tab
            to={paths.inbox}
            label="Inbox"
            icon={<Inbox className="size-5" />}
            here={isAt(pathname, paths.inbox)}
          />
        ) : null}
        {can('actions.read') ? (
          <Tab
            to={paths.approvals}
            label="Approvals"
            icon={<Stamp className="size-5" />}
            here={isAt(pathname, paths.approvals)}
          />
        ) : null}
        <button type="button" className={tab} onClick={openPalette}>
          <Search className="size-5" aria-hidden />
          Search
        </button>
        <button
          type="button"
          className={clsx(tab, all && 'font-strong text-ink')}
          aria-expanded={all}
          onClick={() => setAll(true)}
        >
          <MenuIcon className="size-5" aria-hidden />
          All
        </button>
      </nav>
      <AllSheet open={all} onClose={() => setAll(false)} />
    </>
  );
}

function Tab({ to, label, icon, here }: { to: string; label: string; icon: ReactNode; here: boolean }) {
  return (
    <Link
      to={to}
      aria-current={here ? 'page' : undefined}
      className={clsx(tab, here && 'font-strong text-ink')}
    >
      {icon}
      {label}
    </Link>
  );
}

/** Everything there is, on a phone. */
function AllSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const place = useWorkspace();
  const navigate = useNavigate();
  const go = (to: string) => {
    onClose();
    void navigate({ to });
  };
  const foot = [
    ...(place.can('running.read') ? [{ label: 'Running', to: place.paths.running }] : []),
    ...(place.can('standins.read') ? [{ label: 'Stand-ins', to: place.paths.standIns }] : []),
    ...(place.can('workspace.read') ? [{ label: 'Settings', to: place.paths.settings() }] : []),
  ];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="All"
      actions={
        <UserMenu trigger={<Button look="quiet">{place.me.user.name || place.me.user.email}</Button>} />
      }
    >
      <WorkspaceSwitcher />
      <nav aria-label="All areas" className="mt-2">
        {visibleAreas(place).map((area) => (
          <section key={area.id} className="border-line border-t py-1.5">
            <button
              type="button"
              onClick={() => go(area.to)}
              className="flex min-h-target w-full items-center gap-3 font-strong"
            >
              <area.icon className="text-ink-2" aria-hidden /> {area.label}
            </button>
            {area.under.length > 1 ? (
              <div className="flex flex-wrap gap-x-4 pl-7">
                {area.under.map((under) => (
                  <button
                    key={under.id}
                    type="button"
                    onClick={() => go(under.to)}
                    className="min-h-target text-ink-2"
                  >
                    {under.label}
                  </button>
                ))}
              </div>
            ) : null}
          </section>
        ))}
        <div className="flex flex-wrap gap-x-6 border-line border-t py-1.5">
          {foot.map((item) => (
            <button
              key={item.to}
              type="button"
              onClick={() => go(item.to)}
              className="min-h-target font-medium"
            >
              {item.label}
            </button>
          ))}
        </div>
      </nav>
    </Dialog>
  );
}
