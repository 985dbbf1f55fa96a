import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { UsualSize } from '../ui/button.tsx';
import { usePageTitle } from './page-title.ts';
import { useMaybeWorkspace } from './workspace.ts';
import { WorkspaceTile } from './workspace-tile.tsx';

interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  /** In the bar and in the browser's title. */
  title: string;
  /** Beside the title: a date, a count. */
  note?: ReactNode;
  crumbs?: Crumb[];
  /** At the end of the bar; the one filled button last. */
  actions?: ReactNode;
  /** Under the bar: view tabs, filters. Stays in sight. */
  head?: ReactNode;
  /** The panel on the right, 372 px; below 960 px it comes after the content. */
  panel?: ReactNode;
  panelLabel?: string;
  /** A line at the bottom that stays in sight. */
  foot?: ReactNode;
  /** The title in the bar is not the `h1`, because the page has its own (a record's name). */
  ownHeading?: boolean;
  children: ReactNode;
}

/** Every page inside the shell: bar, content that scrolls, panel, foot. */
export function Page({
  title,
  note,
  crumbs,
  actions,
  head,
  panel,
  panelLabel,
  foot,
  ownHeading,
  children,
}: PageProps) {
  usePageTitle(title);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <PageBar title={title} note={note} crumbs={crumbs} actions={actions} ownHeading={ownHeading} />
      <div className="flex min-h-0 flex-1 max-tablet:flex-col max-tablet:overflow-y-auto">
        <main
          id="content"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col outline-none max-tablet:min-h-max max-tablet:flex-none"
        >
          {head}
          <div className="scroll-sheet min-h-0 flex-1 tablet:overflow-y-auto">{children}</div>
        </main>
        {panel ? (
          <aside
            aria-label={panelLabel ?? 'Beside'}
            className="w-panel shrink-0 overflow-y-auto border-line border-l bg-sunken px-5 py-5 max-tablet:w-full max-tablet:overflow-visible max-tablet:border-t max-tablet:border-l-0 max-phone:px-4 wide:w-panel tablet:max-wide:w-72"
          >
            {panel}
          </aside>
        ) : null}
      </div>
      {foot ? (
        <footer className="flex h-9 shrink-0 items-center justify-between gap-4 border-line border-t bg-canvas px-5 text-ink-2 text-xs max-phone:px-4">
          {foot}
        </footer>
      ) : null}
    </div>
  );
}

function PageBar({
  title,
  note,
  crumbs,
  actions,
  ownHeading,
}: Pick<PageProps, 'title' | 'note' | 'crumbs' | 'actions' | 'ownHeading'> & Record<string, unknown>) {
  const place = useMaybeWorkspace();
  const Heading = ownHeading ? 'span' : 'h1';
  const back = crumbs?.[crumbs.length - 1];
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-line border-b px-5 max-tablet:h-14 max-tablet:px-4">
      {back ? (
        <Link
          to={back.to}
          aria-label={`Back to ${back.label}`}
          className="-ml-2 flex size-9 items-center justify-center rounded-2 tablet:hidden"
        >
          <ChevronLeft className="size-5" />
        </Link>
      ) : place ? (
        <WorkspaceTile name={place.workspace.name} className="mr-1 size-6.5 tablet:hidden" />
      ) : null}
      {crumbs?.map((crumb) => (
        <span key={crumb.to} className="flex items-center gap-2 text-ink-2 max-tablet:hidden">
          <Link to={crumb.to} className="rounded-1 hover:text-ink">
            {crumb.label}
          </Link>
          <ChevronRight className="size-3 text-ink-3" aria-hidden />
        </span>
      ))}
      <Heading className={clsx('min-w-0 truncate font-strong text-md', !note && 'flex-1')}>{title}</Heading>
      {note ? <span className="min-w-0 flex-1 truncate text-ink-2 text-sm">{note}</span> : null}
      {actions ? (
        <div className="flex shrink-0 items-center gap-2">
          <UsualSize value="sm">{actions}</UsualSize>
        </div>
      ) : null}
    </header>
  );
}
