import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { hasStatus } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { NotFoundPage } from '../../../shell/places.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Bone, ErrorBlock } from '../../../ui/states.tsx';
import type { Playbook } from '../shapes.ts';
import { Editor } from './editor.tsx';

/** The editor of one playbook: `/playbooks/<slug>` opens where work waits, `/steps/3` the third step, `/steps/0` the promise. */
export function EditorPage() {
  const { paths, can } = useWorkspace();
  const params = useParams({ strict: false }) as { playbook: string; step?: string };
  const read = useQuery({
    ...readAt<Playbook>(`/api/v1/playbooks/${params.playbook}`),
    placeholderData: undefined,
    enabled: can('playbooks.read'),
  });
  if (!can('playbooks.read')) return <NoPermissionPage what="Playbooks" needs="playbooks.read" />;
  if (hasStatus(read.error, 404)) return <NotFoundPage />;
  if (read.data)
    return (
      <Editor
        key={read.data.id}
        playbook={read.data}
        asked={params.step === undefined ? undefined : Number(params.step)}
      />
    );
  return (
    <Page title="Playbook" crumbs={[{ label: 'Playbooks', to: paths.playbooks }]}>
      {read.error ? (
        <div className="px-gutter py-6">
          <ErrorBlock
            error={read.error}
            safe="What you typed is kept here."
            onRetry={() => void read.refetch()}
          />
        </div>
      ) : (
        <div className="appear-late mx-auto flex max-w-[41.5rem] flex-col gap-5 px-6 pt-10" aria-hidden>
          <Bone className="w-24" />
          <Bone className="h-6 w-96" />
          <Bone className="w-full" />
          <Bone className="w-4/5" />
          <Bone className="w-full" />
        </div>
      )}
    </Page>
  );
}
