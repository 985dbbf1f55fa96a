import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { usePageTitle } from '../shell/page-title.ts';

/** The mark and the name. */
export function Wordmark() {
  return (
    <Link to={paths.landing} className="inline-flex items-center gap-2.5 rounded-1 font-strong text-lg">
      <svg viewBox="0 0 16 16" className="size-4.5 fill-current" aria-hidden="true">
        <rect x="0" y="1" width="16" height="2.2" rx="0.6" />
        <rect x="0" y="5" width="11" height="2.2" rx="0.6" />
        <rect x="0" y="9" width="13" height="2.2" rx="0.6" />
        <rect x="0" y="13" width="2.4" height="2.2" rx="0.6" />
        <rect x="4.2" y="13" width="2.4" height="2.2" rx="0.6" />
        <rect x="8.4" y="13" width="2.4" height="2.2" rx="0.6" />
      </svg>
      PlaybookOS
    </Link>
  );
}

interface EntryLayoutProps {
  title: string;
  note?: ReactNode;
  children: ReactNode;
  /** The line at the bottom, such as "No account yet? Create one". */
  foot?: ReactNode;
}

/** One 376 px column, the chain set in type beside it; on a phone the column only. */
export function EntryLayout({ title, note, children, foot }: EntryLayoutProps) {
  usePageTitle(title);
  return (
    <div className="flex min-h-dvh">
      <div className="flex w-130 max-w-full flex-col border-line-strong px-18 py-9 max-tablet:mx-auto max-tablet:px-6 tablet:border-r">
        <header>
          <Wordmark />
        </header>
        <main id="content" tabIndex={-1} className="my-auto w-full py-10 outline-none">
          <h1 className="font-[500] font-serif text-[2.125rem] leading-10 tracking-[-0.015em]">{title}</h1>
          {note ? <p className="mt-2 text-ink-2 text-md">{note}</p> : null}
          <div className="mt-5.5">{children}</div>
        </main>
        <footer className="flex items-center justify-between gap-4 text-ink-2 text-xs">
          <span>{foot}</span>
          <span className="text-ink-3">{window.location.host}</span>
        </footer>
      </div>
      <ChainInType />
    </div>
  );
}

function ChainInType() {
  return (
    <aside
      aria-label="The chain in a sentence"
      className="flex flex-1 items-center bg-page px-21 text-page-ink max-tablet:hidden"
    >
      <p className="font-serif text-[clamp(2.5rem,4.35vw,3.9rem)] leading-[1.095] tracking-[-0.025em]">
        <span className="marked-display">A sentence</span> becomes
        <br />a step, a step a page,
        <br />a page a reader,
        <br />a reader a name,
        <br />
        <span className="text-page-ink-2/80">
          a name a question,
          <br />a question a yes.
        </span>
      </p>
    </aside>
  );
}

/** A rule with a word in it. */
export function Or({ children = 'or' }: { children?: ReactNode }) {
  return (
    <div className="my-5 flex items-center gap-3 text-ink-2 text-xs before:flex-1 before:border-line before:border-t after:flex-1 after:border-line after:border-t">
      {children}
    </div>
  );
}
