import { Link, useRouterState } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { CircleQuestionMark, Plug, Search, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '../ui/chip.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { RunningCard } from '../ui/waiting.tsx';
import { useApprovalCount, useInboxCount, useRunning, useStandIns } from './counts.ts';
import { type Area, areaAt, isAt, type Place, visibleAreas } from './navigation.ts';
import { openHelp, openPalette } from './openers.ts';
import { UserMenu } from './user-menu.tsx';
import { useWorkspace } from './workspace.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/** Navigation: areas, what stands under the active one, and at the foot what runs, stands in, and who you are. */
export function Sidebar({ folded }: { folded: boolean }) {
  const place = useWorkspace();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const areas = visibleAreas(place);
  const active = areaAt(areas, pathname);
  const standIns = useStandIns();
  const approvals = useApprovalCount();
  const inbox = useInboxCount();
  return (
    <aside
      aria-label="Sidebar"
      className={clsx(
        'flex h-full flex-col border-line border-r bg-canvas max-tablet:hidden',
        folded ? 'w-rail items-center px-1.5' : 'w-sidebar px-2',
      )}
    >
      <div className="w-full pt-[9px] pb-2">
        <WorkspaceSwitcher folded={folded} />
      </div>
      <SearchButton folded={folded} />
      <nav aria-label="Areas" className="mt-2.5 w-full min-h-0 flex-1 overflow-y-auto">
        <ul>
          {areas.map((area, at) => (
            <li key={area.id} className={clsx(at > 0 && areas[at - 1]?.group !== area.group && 'mt-[9px]')}>
              <AreaLink
                area={area}
                active={area.id === active?.id}
                folded={folded}
                pathname={pathname}
                count={area.count === 'approvals' ? approvals : area.count === 'inbox' ? inbox : 0}
              />
              {area.id === active?.id && area.under.length > 0 && !folded ? (
                <Under items={area.under} pathname={pathname} />
              ) : null}
            </li>
          ))}
        </ul>
      </nav>
      <div className="w-full pb-[5px]">
        {folded ? null : <RunningFoot />}
        {place.can('standins.read') ? (
          <FootLink
            to={place.paths.standIns}
            label="Stand-ins"
            icon={<Plug />}
            folded={folded}
            pathname={pathname}
            count={standIns.length}
          />
        ) : null}
        {place.can('workspace.read') ? (
          <FootLink
            to={place.paths.settings()}
            base={place.paths.settings('')}
            label="Settings"
            icon={<Settings2 />}
            folded={folded}
            pathname={pathname}
          />
        ) : null}
        <div className={clsx('mt-[7px] flex items-center', folded ? 'flex-col gap-1' : 'justify-between')}>
          <UserMenu
            trigger={
              <button
                type="button"
                className={clsx(
                  'flex h-8 min-w-0 items-center gap-2 rounded-2 hover:bg-hover',
                  folded ? 'px-1' : 'px-1.5',
                )}
              >
                <Avatar name={place.me.user.name || place.me.user.email} you />
                {folded ? (
                  <span className="sr-only">{place.me.user.name || place.me.user.email}</span>
                ) : (
                  <span className="truncate">{place.me.user.name || place.me.user.email}</span>
                )}
              </button>
            }
          />
          <Tooltip text="Keys and help" keys="?">
            <button
              type="button"
              aria-label="Keys and help"
              onClick={openHelp}
              className="flex size-8 items-center justify-center rounded-2 hover:bg-hover"
            >
              <CircleQuestionMark />
            </button>
          </Tooltip>
        </div>
      </div>
    </aside>
  );
}

function SearchButton({ folded }: { folded: boolean }) {
  if (folded)
    return (
      <Tooltip text="Search or do" keys="⌘K">
        <button
          type="button"
          aria-label="Search or do"
          onClick={openPalette}
          className="flex h-7.5 w-9 items-center justify-center rounded-2 text-ink-2 hover:bg-hover"
        >
          <Search />
        </button>
      </Tooltip>
    );
  return (
    <button
      type="button"
      onClick={openPalette}
      className="flex h-[1.9375rem] w-full shrink-0 items-center gap-2 rounded-2 border border-line-strong bg-raised px-2 text-ink-2 shadow-1 hover:border-line-control"
    >
      <Search className="size-3.5" aria-hidden />
      <span className="flex-1 text-left">Search or do…</span>
      <Kbd keys="⌘K" />
    </button>
  );
}

const item =
  'flex h-7.5 items-center rounded-2 text-ink-2 outline-offset-[-2px] hover:bg-hover hover:text-ink';

function AreaLink({
  area,
  active,
  folded,
  pathname,
  count,
}: {
  area: Area;
  active: boolean;
  folded: boolean;
  pathname: string;
  count: number;
}) {
  const here =
    active && (area.under.length === 0 || folded || !area.under.some((under) => isAt(pathname, under.to)));
  const link = (
    <Link
      to={area.to}
      aria-current={here ? 'page' : undefined}
      aria-label={folded ? area.label : undefined}
      className={clsx(
        item,
        folded ? 'mx-auto w-9 justify-center' : 'gap-[9px] px-2',
        active && 'font-strong text-ink',
        here && 'bg-press text-ink',
      )}
    >
      <area.icon aria-hidden />
      {folded ? null : <span className="min-w-0 flex-1 truncate">{area.label}</span>}
      {count > 0 && !folded ? (
        <span className="figures text-xs">
          {count}
          <span className="sr-only"> waiting</span>
        </span>
      ) : null}
    </Link>
  );
  return folded ? <Tooltip text={count > 0 ? `${area.label}: ${count}` : area.label}>{link}</Tooltip> : link;
}

function Under({ items, pathname }: { items: Place[]; pathname: string }) {
  return (
    <ul className="my-0.5 ml-[15px] border-line-strong border-l pl-3">
      {items.map((under) => {
        const here = isAt(pathname, under.to);
        return (
          <li key={under.id}>
            <Link
              to={under.to}
              aria-current={here ? 'page' : undefined}
              className={clsx(
                'flex h-7 items-center rounded-2 px-2 text-ink-2 outline-offset-[-2px] hover:bg-hover hover:text-ink',
                here && 'bg-press font-medium text-ink',
              )}
            >
              {under.label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

interface FootLinkProps {
  to: string;
  base?: string;
  label: string;
  icon: ReactNode;
  folded: boolean;
  pathname: string;
  count?: number;
}

function FootLink({ to, base, label, icon, folded, pathname, count }: FootLinkProps) {
  const here = pathname.startsWith(base ?? to);
  const link = (
    <Link
      to={to}
      aria-current={here ? 'page' : undefined}
      aria-label={folded ? label : undefined}
      className={clsx(
        item,
        folded ? 'mx-auto w-9 justify-center' : 'gap-[9px] px-2',
        here && 'bg-press font-strong text-ink',
      )}
    >
      {icon}
      {folded ? null : (
        <>
          <span className="flex-1">{label}</span>
          {count ? <span className="figures text-xs">{count}</span> : null}
        </>
      )}
    </Link>
  );
  return folded ? <Tooltip text={count ? `${label}: ${count}` : label}>{link}</Tooltip> : link;
}

/** What is under way, at the foot of the sidebar; the rest is one click away. */
function RunningFoot() {
  const { paths } = useWorkspace();
  const running = useRunning();
  const first = running[0];
  if (!first) return null;
  return (
    <Link to={first.href ?? paths.running} className="mb-2 block rounded-3">
      <RunningCard
        compact
        title={first.title}
        progress={first.progress ?? undefined}
        aside={running.length > 1 ? `1 of ${running.length}` : undefined}
        note={first.note ?? undefined}
      />
    </Link>
  );
}
