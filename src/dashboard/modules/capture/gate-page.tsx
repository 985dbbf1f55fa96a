import { useQuery } from '@tanstack/react-query';
import { useBlocker, useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read } from '../../api/queries.ts';
import { paths as outside } from '../../paths.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { DestroyDialog } from '../../ui/dialog.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { ofWhat, shortDay } from '../../ui/words.ts';
import { GateForm } from './gate-form.tsx';
import { GatePreview } from './gate-preview.tsx';
import { changeOf, draftOf, type Gate } from './gate-words.ts';

/** One gate: what the reader sees left, what it asks right. Publishing makes a new revision. */
export function GatePage() {
  const { can } = useWorkspace();
  if (!can('gates.read')) return <NoPermissionPage what="Gates" needs="a role that works with leads" />;
  return <Loaded />;
}

function Loaded() {
  const { paths } = useWorkspace();
  const { gate: id = '' } = useParams({ strict: false }) as { gate?: string };
  const gate = useQuery(read('/api/v1/gates/{id}', { params: { path: { id } } }));
  if (gate.data) return <Editor gate={gate.data} key={`${id}-${gate.data.revision.number}`} />;
  return (
    <Page title="Gate" crumbs={[{ label: 'Gates', to: paths.gates }]}>
      <div className="px-gutter py-6">
        {gate.error ? (
          <ErrorBlock error={gate.error} onRetry={() => void gate.refetch()} />
        ) : (
          <Skeleton rows={6} note="Loading the gate" />
        )}
      </div>
    </Page>
  );
}

function Editor({ gate }: { gate: Gate }) {
  const { paths, workspace, can } = useWorkspace();
  const [draft, setDraft] = useState(() => draftOf(gate));
  const playbook = useQuery(read('/api/v1/playbooks/{id}', { params: { path: { id: gate.playbook.id } } }));
  const isChanged = JSON.stringify(changeOf(draft)) !== JSON.stringify(changeOf(draftOf(gate)));
  const mayWrite = can('gates.write');
  const publish = useAct({
    run: () => send<Gate>('PUT', `/api/v1/gates/${gate.id}`, { body: changeOf(draft) }),
    changes: ['gates', 'playbooks'],
    says: (_, now) => `Gate published, revision ${now.revision.number}`,
    undo: () => send('PUT', `/api/v1/gates/${gate.id}`, { body: changeOf(draftOf(gate)) }),
    onError: () => undefined,
  });
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && !publish.isPending && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  const empty = draft.questions.some(
    ({ text, kind, options }) =>
      !text.trim() || (kind === 'choice' && options.some(({ label }) => !label.trim())),
  );
  const blocked = !isChanged
    ? 'Nothing is changed'
    : empty
      ? 'A question or an answer has no words yet'
      : !draft.consentText.trim()
        ? 'A gate cannot ask for an address without saying what it is for'
        : false;
  return (
    <Page
      title={gate.playbook.title}
      note={
        <span className="max-phone:hidden">
          revision {gate.revision.number}, {shortDay(gate.revision.publishedAt)} ·{' '}
          {ofWhat(gate.passed, gate.views)} passed
        </span>
      }
      crumbs={[{ label: 'Gates', to: paths.gates }]}
      panelLabel="What the gate asks"
      panel={
        <GateForm draft={draft} onChange={setDraft} gate={gate} error={publish.error} readOnly={!mayWrite} />
      }
      actions={
        <>
          <a
            href={outside.publicPlaybook(workspace.slug, gate.playbook.slug)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass('secondary', 'sm', 'max-phone:hidden')}
          >
            <ExternalLink aria-hidden /> Open the page
          </a>
          {mayWrite ? (
            <Button
              look="primary"
              busy={publish.isPending && 'Publishing'}
              blocked={blocked}
              onClick={() => publish.mutate(undefined)}
            >
              Publish gate
            </Button>
          ) : null}
        </>
      }
    >
      <GatePreview draft={draft} gate={gate} playbook={playbook.data} />
      {leaving.status === 'blocked' ? (
        <DestroyDialog
          open
          onClose={leaving.reset}
          title="Leave without publishing"
          loss="What you changed on this gate is not published. Leaving forgets it; readers keep the revision that stands."
          action="Leave without publishing"
          onConfirm={leaving.proceed}
        />
      ) : null}
    </Page>
  );
}
