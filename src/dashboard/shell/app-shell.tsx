import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { followLive } from '../api/live.ts';
import type { Me } from '../api/shapes.ts';
import { undoLast, useToastsLeaveOnMove } from '../ui/toasts.tsx';
import { announce } from './announce.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { CommandPalette } from './command-palette.tsx';
import { toggleFold, useFolded } from './fold.ts';
import { type Shortcut, useKeys } from './keyboard.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { visibleAreas } from './navigation.ts';
import { OfflineBar } from './offline-bar.tsx';
import { openHelp, openPalette } from './openers.ts';
import { NotFoundPage } from './places.tsx';
import { Sidebar } from './sidebar.tsx';
import { placeOf, WorkspaceContext, type WorkspacePlace } from './workspace.ts';

/** Everything around a workspace's screens. */
export function AppShell({ me, slug }: { me: Me; slug: string }) {
  const place = useMemo(() => placeOf(me, slug), [me, slug]);
  if (!place) return <NotFoundPage />;
  return (
    <WorkspaceContext value={place}>
      <Frame place={place} key={slug} />
    </WorkspaceContext>
  );
}

/** The editor and the full-page chat need the width. */
const wideScreens = /^\/w\/[^/]+\/(playbooks\/[^/]+(\/steps.*)?|ask\/[^/]+)$/;

function Frame({ place }: { place: WorkspacePlace }) {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const folded = useFolded(wideScreens.test(pathname));
  useToastsLeaveOnMove(pathname);
  useLive(place.workspace.slug);
  useShellKeys(place);
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-surface">
      <SkipLinks />
      <OfflineBar />
      <div className="flex min-h-0 flex-1">
        <Sidebar folded={folded} />
        <div className="min-h-0 min-w-0 flex-1">
          <Outlet />
        </div>
      </div>
      <BottomBar />
      <CommandPalette />
      <KeyboardHelp />
      <Evidence />
    </div>
  );
}

const RowsDrawer = lazy(() =>
  import('../modules/ceo/rows-drawer.tsx').then((module) => ({ default: module.RowsDrawer })),
);

/** `?rows=` opens the rows behind a number over any page. */
function Evidence() {
  const { rows } = useSearch({ strict: false }) as { rows?: string };
  return rows ? (
    <Suspense fallback={null}>
      <RowsDrawer />
    </Suspense>
  ) : null;
}

const skipLink =
  'fixed top-2 left-2 z-(--z-tooltip) -translate-y-16 rounded-2 bg-inverse px-3 py-2 text-on-inverse focus:translate-y-0';

function SkipLinks() {
  return (
    <nav aria-label="Skip">
      <button type="button" className={skipLink} onClick={() => document.getElementById('content')?.focus()}>
        Skip to the content
      </button>
      <button type="button" className={skipLink} onClick={focusTable}>
        Skip to the table
      </button>
    </nav>
  );
}

/** The first row's link, or the content when the page has no table. */
function focusTable() {
  const row = document.querySelector<HTMLElement>('#content tbody tr');
  (row?.querySelector<HTMLElement>('a[href]') ?? row ?? document.getElementById('content'))?.focus();
}

function useLive(slug: string): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      followLive(slug, queries, (topics) => {
        const said = [...topics].map(
          ([topic, times]) => `${times} ${topic.replace('.', ' ').replaceAll('-', ' ')}`,
        );
        if (said.length > 0) announce(`Just in: ${said.slice(0, 3).join(', ')}.`);
      }),
    [slug, queries],
  );
}

/** Keys that hold everywhere; screens declare their own on top. */
function useShellKeys(place: WorkspacePlace): void {
  const navigate = useNavigate();
  const [areas] = useState(() => visibleAreas(place));
  const goTo: Shortcut[] = areas
    .flatMap((area) => [
      area,
      ...area.under.map((item) => ({
        ...item,
        label: item.to === area.to ? area.label : `${area.label}, ${item.label.toLowerCase()}`,
      })),
    ])
    .filter((item) => item.keys)
    .map((item) => ({
      key: `g ${item.keys}`,
      label: item.label,
      group: 'Go to',
      run: () => void navigate({ to: item.to }),
    }));
  const everywhere: Shortcut[] = [
    { key: 'mod+k', label: 'Search or do', group: 'Everywhere', run: openPalette, inFields: true },
    { key: 'mod+z', label: 'Undo last', group: 'Everywhere', run: () => void undoLast() },
    { key: 'z', label: 'Undo last, with one key', group: 'Everywhere', run: () => void undoLast() },
    { key: '[', label: 'Fold the sidebar', group: 'Everywhere', run: toggleFold },
    { key: '?', label: 'All keys', group: 'Everywhere', run: openHelp },
    ...(place.can('standins.read')
      ? [
          {
            key: 'g n',
            label: 'Stand-ins',
            group: 'Go to',
            run: () => void navigate({ to: place.paths.standIns }),
          },
        ]
      : []),
    ...(place.can('workspace.read')
      ? [
          {
            key: 'g ,',
            label: 'Settings',
            group: 'Go to',
            run: () => void navigate({ to: place.paths.settings() }),
          },
        ]
      : []),
  ];
  useKeys([...everywhere, ...goTo]);
}
