import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Download } from 'lucide-react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { hasStatus } from '../../../api/problems.ts';
import { readAt, readPages, rowsOf } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { NotFoundPage } from '../../../shell/places.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState, ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { moment, plural } from '../../../ui/words.ts';
import type { Playbook, Version, VersionWithContent } from '../shapes.ts';
import { Compared } from './compared.tsx';

/** Versions on the left, the chosen one against its predecessor on the right: `/versions/4...5`. */
export function VersionsPage() {
  const { paths, can } = useWorkspace();
  const params = useParams({ strict: false }) as { playbook: string; compared?: string };
  const read = useQuery({
    ...readAt<Playbook>(`/api/v1/playbooks/${params.playbook}`),
    placeholderData: undefined,
    enabled: can('playbooks.read'),
  });
  const playbook = read.data;
  const list = useInfiniteQuery({
    ...readPages<Version>(`/api/v1/playbooks/${playbook?.id}/versions`),
    enabled: playbook !== undefined,
  });
  if (!can('playbooks.read')) return <NoPermissionPage what="Versions" needs="playbooks.read" />;
  if (hasStatus(read.error, 404)) return <NotFoundPage />;
  const versions = rowsOf(list.data);
  const [from, to] = (params.compared ?? '').split('...').map(Number);
  const chosen = versions.find((version) => version.number === (to ?? from)) ?? versions[0];
  const against = versions.find(
    (version) => version.number === (to === undefined || Number.isNaN(to) ? (chosen?.number ?? 0) - 1 : from),
  );
  const crumbs = [
    { label: 'Playbooks', to: paths.playbooks },
    ...(playbook ? [{ label: playbook.title, to: paths.playbook(playbook.slug) }] : []),
  ];
  const error = read.error ?? list.error;
  return (
    <Page
      title="Versions"
      crumbs={crumbs}
      note={versions.length > 0 ? plural(versions.length, 'version') : undefined}
      actions={
        playbook && chosen && can('playbooks.write') ? <Restore playbook={playbook} version={chosen} /> : null
      }
    >
      {error ? (
        <div className="px-5 py-6">
          <ErrorBlock error={error} onRetry={() => void (read.error ? read.refetch() : list.refetch())} />
        </div>
      ) : list.isSuccess && versions.length === 0 ? (
        <div className="px-5 py-6">
          <EmptyState
            title="No version yet"
            actions={
              playbook ? <ButtonLink to={paths.playbook(playbook.slug)}>Open the draft</ButtonLink> : null
            }
          >
            Version 1 appears here when you publish.
          </EmptyState>
        </div>
      ) : !playbook || versions.length === 0 ? (
        <Skeleton className="px-5" rows={5} note="Loading versions" />
      ) : (
        <div className="flex min-h-full tablet:h-full max-tablet:flex-col">
          <ol
            className="w-panel shrink-0 border-line border-r tablet:overflow-y-auto max-tablet:w-full max-tablet:border-r-0 max-tablet:border-b"
            aria-label="Versions"
          >
            {versions.map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                playbook={playbook}
                chosen={version.id === chosen?.id}
                older={versions.some((one) => one.number === version.number - 1)}
              />
            ))}
          </ol>
          <div className="min-w-0 flex-1 tablet:overflow-y-auto">
            {chosen ? <ChosenVersion key={chosen.id} version={chosen} against={against} /> : null}
          </div>
        </div>
      )}
    </Page>
  );
}

function Restore({ playbook, version }: { playbook: Playbook; version: Version }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const restore = useAct({
    run: () =>
      send<Playbook>('POST', `/api/v1/playbooks/${playbook.id}/restorations`, {
        body: { versionId: version.id },
      }),
    changes: ['playbooks'],
    says: () => `The draft is version ${version.number} again`,
    undo: (_, restored) =>
      send('PUT', `/api/v1/playbooks/${playbook.id}/draft`, {
        body: {
          revision: restored.draft.revision,
          content: playbook.draft.content,
          note: 'Restoring taken back',
        },
      }),
    onDone: (restored) => void navigate({ to: paths.playbook(restored.slug) }),
  });
  return (
    <Button look="primary" busy={restore.isPending && 'Restoring'} onClick={() => restore.mutate(undefined)}>
      Restore {version.number} as draft
    </Button>
  );
}

function VersionRow({
  version,
  playbook,
  chosen,
  older,
}: {
  version: Version;
  playbook: Playbook;
  chosen: boolean;
  older: boolean;
}) {
  const { paths } = useWorkspace();
  const below = Object.entries(version.scores).filter(([, score]) => score < 4);
  return (
    <li>
      <Link
        to={paths.versions(
          playbook.slug,
          older ? `${version.number - 1}...${version.number}` : String(version.number),
        )}
        aria-current={chosen ? 'true' : undefined}
        className={clsx(
          'block border-line border-b px-5 py-3 outline-offset-[-2px] hover:bg-hover/60',
          chosen && 'bg-selected',
        )}
      >
        <span className="flex items-center gap-2">
          <span className="font-strong">Version {version.number}</span>
          {version.isCurrent ? <Chip tone="ok">Readers see this</Chip> : null}
          {version.overrideReason ? <Chip tone="wait">With a reason</Chip> : null}
        </span>
        <span className="mt-0.5 block">{version.note || 'No note'}</span>
        <span className="mt-0.5 block text-ink-2 text-xs">
          {moment(version.publishedAt)}
          {version.publishedBy ? `, ${version.publishedBy.name}` : ''} · {plural(version.stepCount, 'step')}
          {below.length > 0 ? ` · below 4: ${below.map(([name]) => name).join(', ')}` : ''}
        </span>
      </Link>
    </li>
  );
}

function ChosenVersion({ version, against }: { version: Version; against: Version | undefined }) {
  const now = useQuery(readAt<VersionWithContent>(`/api/v1/versions/${version.id}`));
  const before = useQuery({
    ...readAt<VersionWithContent>(`/api/v1/versions/${against?.id}`),
    enabled: against !== undefined,
  });
  const error = now.error ?? before.error;
  return (
    <div className="mx-auto max-w-[46rem] px-gutter pt-6 pb-16">
      <h2 className="font-strong text-lg">
        {against ? `Version ${version.number} against ${against.number}` : `Version ${version.number}`}
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        {version.isCurrent ? (
          <a href={version.publicUrl} target="_blank" rel="noopener" className="opens-rows">
            Open the public page
          </a>
        ) : null}
        {version.editions.map((edition) => (
          <span key={`${edition.kind} ${edition.reach}`} className="text-ink-2">
            {edition.url ? (
              <a href={edition.url} className="opens-rows inline-flex items-center gap-1">
                <Download className="size-3" aria-hidden /> {edition.kind.toUpperCase()},{' '}
                {edition.reach === 'whole' ? 'whole' : 'up to the gate'}
              </a>
            ) : (
              `${edition.kind.toUpperCase()}, ${edition.reach === 'whole' ? 'whole' : 'up to the gate'}: ${edition.state === 'failed' ? (edition.problem ?? 'failed') : 'being made'}`
            )}
          </span>
        ))}
      </div>
      {version.overrideReason ? (
        <div className="mt-3">
          <Note tone="wait">
            <strong>Published although a letter was below.</strong> {version.publishedBy?.name ?? 'Somebody'}:{' '}
            {version.overrideReason}
          </Note>
        </div>
      ) : null}
      {error ? (
        <div className="mt-4">
          <ErrorBlock error={error} onRetry={() => void (now.error ? now.refetch() : before.refetch())} />
        </div>
      ) : now.data && (!against || before.data) ? (
        <Compared before={before.data?.content} after={now.data.content} />
      ) : (
        <Skeleton className="mt-4" rows={8} note="Comparing" />
      )}
    </div>
  );
}
