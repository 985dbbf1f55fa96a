import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { FirstRunPage } from '../../entry/first-run.tsx';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { StandIn } from '../../ui/chip.tsx';
import { OpensRows, Section } from '../../ui/rows.tsx';
import { Bone, ErrorBlock } from '../../ui/states.tsx';
import { clockTime, longDay } from '../../ui/words.ts';
import { usePhone } from '../capture/use-phone.ts';
import { HomeApprovals } from './home-approvals.tsx';
import { Changes } from './home-changes.tsx';
import { MoneyPerWeek } from './home-money.tsx';
import { HomeNumbers } from './home-numbers.tsx';
import { HomeTasks } from './home-tasks.tsx';
import { PlaceLink } from './place-link.tsx';

type Home = Shape<'Home'>;

/** Home: what changed, and what waits for me. An empty workspace gets its first run instead. */
export function HomePage() {
  const { can } = useWorkspace();
  if (!can('workspace.read'))
    return <NoPermissionPage what="Home" needs="a role that works in this workspace" />;
  return <HomeOfWorkspace />;
}

function HomeOfWorkspace() {
  const home = useQuery(read('/api/v1/home'));
  // On a phone the panel comes last, but what waits for a yes belongs right under the brief.
  const early = usePhone() && !(home.error && !home.data);
  // The page of a first run stays while its source is read; the next visit finds the brief.
  const [began, setBegan] = useState(false);
  if (home.data?.firstRun && !began) setBegan(true);
  if (began) return <FirstRunPage />;
  return (
    <Page
      title="Home"
      note={longDay(Date.now())}
      panel={
        <>
          {early ? null : <HomeApprovals />}
          <Waits home={home.data} />
          <HomeTasks />
        </>
      }
      panelLabel="What waits today"
      actions={home.data ? <span className="text-ink-2 text-xs">Last {home.data.days} days</span> : null}
    >
      {home.error && !home.data ? (
        <div className="px-gutter py-6">
          <ErrorBlock
            error={home.error}
            safe="Leads, playbooks and links are where they were."
            onRetry={() => void home.refetch()}
          />
        </div>
      ) : (
        <div className="pb-10">
          <Brief brief={home.data?.brief} />
          {early ? (
            <div className="px-4 pb-6 empty:hidden">
              <HomeApprovals />
            </div>
          ) : null}
          <HomeNumbers home={home.data} />
          {home.data ? (
            <>
              <Changes changes={home.data.changes} days={home.data.days} />
              <MoneyPerWeek weeks={home.data.money} currency={home.data.currency} />
            </>
          ) : null}
        </div>
      )}
    </Page>
  );
}

function Brief({ brief }: { brief: Home['brief'] | undefined }) {
  return (
    <section aria-label="Brief" className="px-gutter pt-5 pb-6 max-phone:pt-4 max-phone:pb-5">
      <div className="flex min-h-[1.375rem] flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-2 text-xs">
        <h2 className="font-medium">Brief</h2>
        {brief ? (
          <>
            <span>
              · written {clockTime(brief.madeAt)}
              <span className="max-phone:hidden"> from the rows below</span> ·
            </span>
            <StandIn plug={false}>{brief.maker}</StandIn>
          </>
        ) : null}
      </div>
      {brief ? (
        <p className="mt-2 max-w-[47rem] text-pretty font-serif text-brief max-phone:text-[1.25rem] max-phone:leading-7">
          {brief.parts.map((part) =>
            part.rowsQuery ? (
              <OpensRows key={part.rowsQuery + part.text} rows={part.rowsQuery}>
                {part.text}
              </OpensRows>
            ) : (
              part.text
            ),
          )}
        </p>
      ) : (
        <div className="appear-late mt-4 flex flex-col gap-4" aria-hidden>
          <Bone className="h-3.5 w-full max-w-160" />
          <Bone className="h-3.5 w-4/5 max-w-120" />
        </div>
      )}
    </section>
  );
}

/** What a person is waited for today. */
function Waits({ home }: { home: Home | undefined }) {
  return (
    <Section title="What waits today" aside={home ? `Looked at ${clockTime(home.brief.madeAt)}` : undefined}>
      {!home ? (
        <div className="appear-late flex flex-col gap-5 py-3" aria-hidden>
          <Bone className="w-52" />
          <Bone className="w-40" />
        </div>
      ) : home.today.length === 0 ? (
        <p className="text-ink-2">
          Nothing waits for you. Drafts, unread sources and open addresses appear here.
        </p>
      ) : (
        <ul className="flex flex-col gap-2">
          {home.today.map((item) => (
            <li key={item.href}>
              <PlaceLink
                href={item.href}
                className="flex min-h-11 items-center gap-3 rounded-3 border border-line bg-raised px-3 py-2.5 hover:bg-hover"
              >
                <span className="min-w-0 flex-1 font-strong">{item.sentence}</span>
                <ChevronRight className="text-ink-3" aria-hidden />
              </PlaceLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
