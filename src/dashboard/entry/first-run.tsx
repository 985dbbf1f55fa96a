import { useQuery } from '@tanstack/react-query';
import { Map as MapIcon } from 'lucide-react';
import { signInOptionsQuery } from '../api/session.ts';
import { pathsOf } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { useWorkspace } from '../shell/workspace.ts';
import { ButtonLink } from '../ui/button.tsx';
import { longDay } from '../ui/words.ts';
import { Doors } from './first-run-doors.tsx';
import { Example, RoadAhead, WorksNow } from './first-run-notes.tsx';
import { FirstRunProgress } from './first-run-progress.tsx';

/** Home of an empty workspace: get one source in. */
export function FirstRunPage() {
  const { me, workspace, can } = useWorkspace();
  const options = useQuery(signInOptionsQuery);
  const sample = me.workspaces.find((one) => one.kind === 'sample' && one.slug !== workspace.slug);
  return (
    <Page
      title="Home"
      note={longDay(Date.now())}
      ownHeading
      actions={
        sample && options.data?.sample !== false ? (
          <ButtonLink to={pathsOf(sample.slug).home} icon={<MapIcon />}>
            <span className="max-phone:hidden">Explore the sample workspace</span>
            <span className="phone:hidden">Sample</span>
          </ButtonLink>
        ) : null
      }
    >
      <div className="mx-auto max-w-[calc(55rem+2*var(--gutter))] px-gutter pt-8 pb-16 max-phone:pt-5">
        <h1 className="font-[500] font-serif text-[2.125rem] leading-11 tracking-[-0.018em] max-phone:text-[1.75rem] max-phone:leading-8.5">
          Start with something your expert has already said.
        </h1>
        <p className="mt-1.5 max-w-[39rem] font-serif text-[1.125rem] text-ink-2 leading-7">
          A talk, an interview, a long mail. We turn it into 8 to 12 steps and show the sentence behind each
          one. A first draft takes about two minutes.
        </p>
        {can('sources.write') ? (
          <>
            <FirstRunProgress />
            <Doors />
          </>
        ) : (
          <p className="mt-6 rounded-3 border border-line bg-raised p-5">
            You can read here. Adding a source needs a member of the organization; you will be asked for your
            own words by a private link.
          </p>
        )}
        <Example />
        <RoadAhead />
        <WorksNow />
      </div>
    </Page>
  );
}
