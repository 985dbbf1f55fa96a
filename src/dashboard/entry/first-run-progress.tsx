import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { repeatable, send } from '../api/client.ts';
import { sentenceOf } from '../api/problems.ts';
import { readAt } from '../api/queries.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/states.tsx';
import { RunningCard, type RunningStage } from '../ui/waiting.tsx';
import { plural } from '../ui/words.ts';
import type { StartedSource } from './start-source.ts';
import { started } from './started.ts';

/** Sources on their way, and the draft they become. Survives a reload: it reads what the server knows. */
export function FirstRunProgress() {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const sources = useQuery({
    ...readAt<{ data: StartedSource[] }>('/api/v1/sources', { limit: 20 }),
    refetchInterval: (query) =>
      query.state.data?.data.some((source) => source.status === 'importing') ? 1000 : false,
  });
  const compose = useMutation({
    mutationFn: (sourceIds: string[]) =>
      send<{ id: string; slug: string }>('POST', '/api/v1/playbooks', {
        body: { sourceIds },
        headers: repeatable(),
      }),
    onSuccess: async (playbook) => {
      started.clear();
      await navigate({ to: paths.playbook(playbook.slug) });
    },
  });
  const listed = sources.data?.data ?? [];
  const mine = listed.filter((source) => started.has(source.id));
  const ready = listed.filter((source) => source.status === 'ready');
  const readMine = mine.length > 0 && mine.every((source) => source.status !== 'importing');
  const mineReady = mine.filter((source) => source.status === 'ready').map((source) => source.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when everything that was brought in has been read.
  useEffect(() => {
    if (readMine && mineReady.length > 0 && compose.isIdle) compose.mutate(mineReady);
  }, [readMine]);

  if (listed.length === 0) return null;
  return (
    <section aria-label="What you brought in" className="mt-6 flex flex-col gap-2">
      {listed.slice(0, 6).map((source) =>
        source.status === 'failed' ? (
          <Note key={source.id} tone="bad">
            <strong>{source.title}.</strong> {source.problem?.sentence ?? 'It could not be read.'} It is kept
            under Sources.
          </Note>
        ) : (
          <RunningCard
            key={source.id}
            title={source.title}
            progress={source.status === 'ready' ? (compose.isPending ? 0.66 : 1) : 0.2}
            stages={stagesOf(source, compose.isPending)}
          />
        ),
      )}
      {compose.error ? <Note tone="bad">{sentenceOf(compose.error).text}</Note> : null}
      {ready.length > 0 && !compose.isPending ? (
        <div className="flex gap-2">
          <Button onClick={() => compose.mutate(ready.map((source) => source.id))}>
            Make a playbook from {plural(ready.length, 'source')}
          </Button>
          <ButtonLink look="quiet" to={paths.sources}>
            See the sources
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}

function stagesOf(source: StartedSource, composing: boolean): RunningStage[] {
  const read = source.status === 'ready';
  return [
    { label: read ? `Text, ${plural(source.wordCount, 'word')}` : 'Text', state: read ? 'done' : 'running' },
    { label: read ? plural(source.passageCount, 'passage') : 'Passages', state: read ? 'done' : 'waiting' },
    { label: 'Steps', state: composing ? 'running' : 'waiting' },
  ];
}
