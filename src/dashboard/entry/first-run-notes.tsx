import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { ArrowRight, Plug } from 'lucide-react';
import { useStandIns } from '../shell/counts.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { Marked, MarkNumber } from '../ui/marks.tsx';

/** One sentence that was said, and the step it became. */
export function Example() {
  return (
    <section className="mt-8">
      <h2 className="border-line border-b pb-2 font-strong">What it does, in one example</h2>
      <div className="grid items-center gap-x-7 gap-y-5 border-line border-b py-5 phone:grid-cols-[1fr_auto_1fr]">
        <div>
          <p className="mb-1.5 font-medium text-ink-2 text-xs">What Marit said, minute 23</p>
          <p className="font-serif text-[1.0625rem] text-ink-3 leading-[1.625rem]">
            …every studio thinks it is bad at estimating.{' '}
            <Marked>
              I never lost money on the work I quoted. I lost it on the work nobody had said out loud.
            </Marked>{' '}
            So before hours, <Marked>we write the list.</Marked>
          </p>
        </div>
        <ArrowRight className="text-ink-2 max-phone:hidden" aria-label="becomes" />
        <div>
          <p className="mb-1 font-medium text-ink-2 text-xs">Step 3, 25 minutes</p>
          <p className="font-[500] font-serif text-[1.25rem] leading-7">
            List everything that could make the job grow
          </p>
          <p className="mt-1 text-ink-2 text-xs">
            Done when you have nine lines, and three of them are marked. <MarkNumber>2 passages</MarkNumber>
          </p>
        </div>
      </div>
    </section>
  );
}

const road = [
  ['Source', 'you are here'],
  ['Playbook', '8–12 steps'],
  ['Link', 'clicks counted'],
  ['Gate', 'after step 3'],
  ['Clone', 'three free questions'],
  ['Video', 'made per person'],
  ['Order', 'and its source'],
] as const;

/** What comes after the source. */
export function RoadAhead() {
  return (
    <section className="mt-8 border-line border-b pb-6">
      <div className="flex flex-wrap justify-between gap-x-4">
        <h2 className="font-strong">And after that</h2>
        <p className="text-ink-2 text-xs">You decide at each point; nothing goes out on its own</p>
      </div>
      <ol className="mt-3 grid phone:grid-cols-7 max-phone:gap-3">
        {road.map(([name, note], at) => (
          <li
            key={name}
            className="relative phone:border-line-control phone:border-t phone:pt-2.5 max-phone:border-line-control max-phone:border-l max-phone:pl-4"
          >
            <span
              aria-hidden
              className={clsx(
                'absolute size-3.5 rounded-full border-[1.5px] phone:-top-[7.5px] phone:left-0 max-phone:top-0.5 max-phone:-left-[7.5px]',
                at === 0 ? 'border-accent bg-accent' : 'border-line-control bg-raised',
              )}
            />
            <p className="font-medium">{name}</p>
            <p className={clsx('text-xs', at === 0 ? 'text-ink' : 'text-ink-2')}>{note}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Which stand-ins serve here, so that everything works without an account elsewhere. */
export function WorksNow() {
  const { paths, can } = useWorkspace();
  const standIns = useStandIns();
  return (
    <section className="mt-5 flex flex-wrap items-start justify-between gap-4">
      <div>
        <h2 className="font-strong">Works now, without accounts</h2>
        <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-ink-2 text-xs [&_.lucide]:size-3.5">
          {standIns.map((standIn) => (
            <li key={standIn.id} className="flex items-center gap-2">
              <Plug aria-hidden /> {standIn.name}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-x-5 text-xs">
        {can('standins.read') ? (
          <Link to={paths.standIns} className="opens-rows">
            Connect the real ones
          </Link>
        ) : null}
        {can('members.invite') ? (
          <Link to={paths.settings('members')} className="opens-rows">
            Invite your team
          </Link>
        ) : null}
      </div>
    </section>
  );
}
