import { useQuery } from '@tanstack/react-query';
import { useBlocker, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { read } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { DestroyDialog } from '../../../ui/dialog.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { plural } from '../../../ui/words.ts';
import { TemplatePreview } from './template-preview.tsx';
import { SceneForms } from './template-scenes.tsx';
import { changeOf, countWords, place, readPlace, scenesOf, type Template } from './words.ts';

/** The scenes of one template left, the film as a person would see it right. */
export function TemplatePage() {
  const { can } = useWorkspace();
  if (!can('videos.read')) return <NoPermissionPage what="Videos" needs="a role that sells" />;
  return <Loaded />;
}

function Loaded() {
  const { paths } = useWorkspace();
  const { template: id = '' } = useParams({ strict: false }) as { template?: string };
  const template = useQuery(read('/api/v1/video-templates/{id}', { params: { path: { id } } }));
  if (template.data) return <Editor template={template.data} key={`${id}-${template.data.revision}`} />;
  return (
    <Page title="Template" crumbs={[{ label: 'Videos', to: paths.videos }]}>
      <div className="px-gutter py-6">
        {template.error ? (
          <ErrorBlock error={template.error} onRetry={() => void template.refetch()} />
        ) : (
          <Skeleton rows={6} note="Loading the template" />
        )}
      </div>
    </Page>
  );
}

function Editor({ template }: { template: Template }) {
  const { paths, can } = useWorkspace();
  const [scenes, setScenes] = useState(() => scenesOf(template));
  const change = changeOf(template.name, scenes);
  const isChanged = JSON.stringify(change) !== JSON.stringify(changeOf(template.name, scenesOf(template)));
  const mayWrite = can('videos.write');
  const mayPublish = can('videos.deliver');
  const path = `/api/v1/video-templates/${template.id}`;
  const save = useAct({
    run: () => send<Template>('PUT', path, { body: change }),
    changes: ['video-templates'],
    says: () => 'Saved as a draft; new films wait until it is published',
    onError: () => undefined,
  });
  const publish = useAct({
    run: async () => {
      if (isChanged) await send<Template>('PUT', path, { body: change });
      return send<Template>('POST', `${path}/publications`, {});
    },
    changes: ['video-templates', 'videos'],
    says: () => 'Template published',
    onError: () => undefined,
  });
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && !save.isPending && !publish.isPending && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  const total = scenes.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const hasBadTime = scenes.some(
    ({ durationMs }) => readPlace(place(durationMs)) === undefined || durationMs < 3_000,
  );
  const blocked = hasBadTime
    ? 'A scene takes three seconds at least'
    : scenes.some(({ title }) => !title.trim())
      ? 'A scene has no title'
      : false;
  return (
    <Page
      title={template.name}
      note={
        <span className="figures max-phone:hidden">
          {plural(scenes.length, 'scene')}, {place(total)} · {countWords(template.counts)}
        </span>
      }
      crumbs={[{ label: 'Videos', to: paths.videos }]}
      panelLabel="As a person sees it"
      panel={<TemplatePreview template={template} isChanged={isChanged} />}
      actions={
        <>
          {mayWrite ? (
            <Button
              look="secondary"
              busy={save.isPending && 'Saving'}
              blocked={isChanged ? blocked : 'Nothing is changed'}
              onClick={() => save.mutate(undefined)}
            >
              Save draft
            </Button>
          ) : null}
          {mayPublish ? (
            <Button
              look="primary"
              busy={publish.isPending && 'Publishing'}
              blocked={
                blocked || (!isChanged && template.state === 'published' && 'It is published as it stands')
              }
              onClick={() => publish.mutate(undefined)}
            >
              Publish template
            </Button>
          ) : null}
        </>
      }
    >
      <div className="max-w-3xl px-gutter py-5">
        {template.state === 'draft' ? (
          <div className="mb-4">
            <Note tone="wait">
              This template is being changed. Whoever raises their hand now gets their film when it is
              published; films that were made stay as they are.
            </Note>
          </div>
        ) : null}
        {(save.error ?? publish.error) ? (
          <div className="mb-4">
            <ErrorBlock
              error={save.error ?? publish.error}
              safe="What you typed is still here."
              onRetry={() => save.mutate(undefined)}
            />
          </div>
        ) : null}
        <SceneForms
          scenes={scenes}
          onChange={setScenes}
          knownFields={template.knownFields}
          error={save.error ?? publish.error}
          readOnly={!mayWrite}
        />
      </div>
      {leaving.status === 'blocked' ? (
        <DestroyDialog
          open
          onClose={leaving.reset}
          title="Leave without saving"
          loss="What you changed in these scenes is not saved. Leaving forgets it; films go on being made as before."
          action="Leave without saving"
          onConfirm={leaving.proceed}
        />
      ) : null}
    </Page>
  );
}
