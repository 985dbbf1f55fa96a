import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery, signInOptionsQuery } from '../api/session.ts';
import { paths } from '../paths.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Marked, MarkNumber } from '../ui/marks.tsx';
import { destination } from './after.ts';
import { Wordmark } from './entry-layout.tsx';
import { ExploreSampleButton } from './explore-sample.tsx';

/** What PlaybookOS is, for somebody who has not signed in. */
export function LandingPage() {
  usePageTitle('');
  const me = useQuery(meQuery);
  const options = useQuery(signInOptionsQuery);
  return (
    <div className="min-h-dvh bg-page text-page-ink">
      <header className="mx-auto flex h-18 max-w-280 items-center justify-between px-6">
        <Wordmark />
        <nav aria-label="Account" className="flex items-center gap-2">
          {me.data ? (
            <ButtonLink to={destination(me.data)}>Open your workspace</ButtonLink>
          ) : (
            <>
              <ButtonLink look="quiet" to={paths.signUp} className="max-phone:hidden">
                Create an account
              </ButtonLink>
              <ButtonLink to={paths.signIn}>Sign in</ButtonLink>
            </>
          )}
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-280 px-6 outline-none">
        <div className="pt-20 pb-16 max-tablet:pt-10 max-tablet:pb-10">
          <h1 className="max-w-[17ch] font-regular font-serif text-[clamp(2.375rem,6vw,4.25rem)] leading-[1.06] tracking-[-0.025em]">
            <span className="marked-display">One sentence</span> your expert said, followed to the euro it
            earned.
          </h1>
          <p className="mt-6 max-w-[40rem] font-serif text-[1.25rem] text-page-ink-2 leading-8">
            PlaybookOS turns an interview, a talk or a long mail into a playbook people can follow. It shows
            which sentence stands behind each step, who read it, who left an address, and what came of it.
          </p>
          <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
            {options.data?.sample ? (
              <>
                <ExploreSampleButton look="primary" size="lg">
                  Explore the sample workspace
                </ExploreSampleButton>
                <span className="text-page-ink-2 text-xs">
                  Two experts and their playbooks. No account, no key, nothing leaves this machine.
                </span>
              </>
            ) : (
              <ButtonLink look="primary" size="lg" to={me.data ? destination(me.data) : paths.signUp}>
                {me.data ? 'Open your workspace' : 'Create an account'}
              </ButtonLink>
            )}
          </div>
        </div>

        <Example />
        <ChainOfLinks />

        <section
          aria-label="What it stands for"
          className="grid gap-x-12 gap-y-8 border-page-line border-t py-12 tablet:grid-cols-3"
        >
          <Pledge title="Show the sentence">
            A passage stands behind every claim, and rows behind every number, one click away. What has no
            source is marked, never made up.
          </Pledge>
          <Pledge title="Say why it waits">
            Nothing is just pending. What is blocked names its cause, when it moves next, and what you can do.
          </Pledge>
          <Pledge title="Yours to run">
            One program and one PostgreSQL, on your machine or your server. It works offline and without keys;
            each stand-in says that it is one.
          </Pledge>
        </section>
      </main>
      <footer className="mx-auto flex max-w-280 flex-wrap justify-between gap-4 border-page-line border-t px-6 py-6 text-page-ink-2 text-xs">
        <span>PlaybookOS, self-hosted, under the AGPL</span>
        <a href="/api/docs/" className="underline underline-offset-3">
          API reference
        </a>
      </footer>
    </div>
  );
}

function Example() {
  return (
    <section
      aria-label="An example"
      className="grid items-start gap-x-14 gap-y-8 border-page-line border-t py-12 tablet:grid-cols-2"
    >
      <div>
        <p className="mb-2 font-medium text-page-ink-2 text-xs">What the expert said, minute 23</p>
        <p className="font-serif text-[1.25rem] text-page-ink-2 leading-8">
          …every studio thinks it is bad at estimating.{' '}
          <Marked>
            I never lost money on the work I quoted. I lost it on the work nobody had said out loud.
          </Marked>{' '}
          So before hours, <Marked>we write the list.</Marked>
        </p>
      </div>
      <div>
        <p className="mb-2 font-medium text-page-ink-2 text-xs">Step 3 of the playbook, 25 minutes</p>
        <p className="font-[500] font-serif text-h2 tracking-[-0.01em]">
          List everything that could make the job grow
        </p>
        <p className="mt-2 text-md text-page-ink-2">
          Beside each hole in the brief, write who will ask for more. <MarkNumber>1</MarkNumber> Done when you
          have nine lines, and three of them are marked. <MarkNumber>2</MarkNumber>
        </p>
      </div>
    </section>
  );
}

const links = [
  ['Source', 'a talk, a text, an address'],
  ['Playbook', '8 to 12 steps, each with its passages'],
  ['Review', 'eleven criteria, before anything is public'],
  ['Link', 'clicks counted, machines set apart'],
  ['Gate', 'an address and three answers, after step 3'],
  ['Lead', 'a score whose reasons add up'],
] as const;

function ChainOfLinks() {
  return (
    <section aria-label="The chain" className="border-page-line border-t py-12">
      <ol className="grid gap-y-5 tablet:grid-cols-6">
        {links.map(([name, note], at) => (
          <li
            key={name}
            className="relative pr-4 tablet:border-page-ink/30 tablet:border-t tablet:pt-5 max-tablet:border-page-ink/30 max-tablet:border-l max-tablet:pl-5"
          >
            <span
              aria-hidden
              className={`absolute size-3 rounded-full border-[1.5px] border-page-ink-2 tablet:-top-1.5 tablet:left-0 max-tablet:top-1 max-tablet:-left-1.5 ${at === 0 ? 'border-accent bg-accent' : 'bg-page'}`}
            />
            <p className="font-strong">{name}</p>
            <p className="text-page-ink-2 text-xs">{note}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pledge({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="font-[500] font-serif text-[1.25rem]">{title}</h2>
      <p className="mt-1.5 text-md text-page-ink-2">{children}</p>
    </div>
  );
}
