import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, Plug } from 'lucide-react';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Chip, StandIn } from '../../ui/chip.tsx';
import { Details } from '../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { number } from '../../ui/words.ts';

type Service = Shape<'StandIn'>;

/** What is real here, what stands in for it, and what it takes to make it real. */
export function StandInsPage() {
  const { can } = useWorkspace();
  const found = useQuery({ ...read('/api/v1/stand-ins'), enabled: can('standins.read') });
  if (!can('standins.read')) return <NoPermissionPage what="Stand-ins" needs="standins.read" />;
  const rows = found.data?.data ?? [];
  const standing = rows.filter((row) => row.state === 'stand-in').length;
  return (
    <Page
      title="Stand-ins"
      note={rows.length > 0 ? `${number(standing)} of ${number(rows.length)} services` : undefined}
    >
      <div className="max-w-[calc(50rem+2*var(--gutter))] px-gutter py-6 max-phone:px-4">
        <p className="max-w-150 text-ink-2">
          Where no outside service is connected, a local one serves in its place. It does the whole work here
          and nothing outside. Wherever its output could be taken for the real thing, it wears a dashed
          outline.
        </p>
        <div className="mt-5 flex flex-col gap-3">
          {found.error && rows.length === 0 ? (
            <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
          ) : found.isLoading ? (
            <Skeleton rows={3} />
          ) : (
            rows.map((row) => <ServiceCard key={row.id} service={row} />)
          )}
        </div>
        {rows.length > 0 ? (
          <p className="mt-5 max-w-150 text-ink-2">
            Connecting happens in the environment of this installation: set the variables, start it again, and
            this page says what answers. Nothing that a stand-in kept is sent afterwards.
          </p>
        ) : null}
      </div>
    </Page>
  );
}

function ServiceCard({ service }: { service: Service }) {
  const { workspace } = useWorkspace();
  const { name, state, what, needs, reason, href } = service;
  return (
    <section
      aria-label={name}
      className={clsx(
        'rounded-3 border bg-raised px-4 py-3.5',
        state === 'stand-in' && 'border-line-control border-dashed',
        state === 'connected' && 'border-line',
        state === 'failing' && 'border-bad',
      )}
    >
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 className="flex items-center gap-2 font-strong text-md">
          {state === 'stand-in' ? <Plug className="text-ink-2" aria-hidden /> : null}
          {name}
        </h2>
        {state === 'stand-in' ? (
          <StandIn plug={false}>stands in</StandIn>
        ) : state === 'connected' ? (
          <Chip tone="ok" icon={<CircleCheck aria-hidden />}>
            Connected
          </Chip>
        ) : (
          <Chip tone="bad" icon={<CircleAlert aria-hidden />}>
            Does not answer
          </Chip>
        )}
        {href ? (
          <ButtonLink size="sm" to={`/w/${workspace.slug}${href}`} className="ml-auto">
            Open the {name.toLowerCase()}
          </ButtonLink>
        ) : null}
      </div>
      <div className="mt-2.5">
        <Details
          width="8rem"
          items={[
            { label: 'What it does', value: what },
            ...(reason ? [{ label: 'Why', value: <Variables text={reason} /> }] : []),
            {
              label: state === 'stand-in' ? 'To make it real' : 'Set by',
              value: <Variables text={needs} />,
            },
          ]}
        />
      </div>
    </section>
  );
}

/** Names of variables in the face of machine facts. */
function Variables({ text }: { text: string }) {
  return text.split(/([A-Z][A-Z0-9]*_[A-Z0-9_]+)/).map((part, at) =>
    at % 2 === 1 ? (
      <code key={part} className="font-mono text-xs">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
