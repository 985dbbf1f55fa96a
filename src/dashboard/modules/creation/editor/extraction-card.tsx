import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { readAt } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { RunningCard } from '../../../ui/waiting.tsx';
import { number, plural } from '../../../ui/words.ts';
import type { Extraction, Playbook } from '../shapes.ts';

const runs = (extraction: Extraction | null | undefined) =>
  extraction?.state === 'queued' || extraction?.state === 'running';

/** The draft being composed, stage by stage with counts. It can be left: the work goes on. */
export function ExtractionCard({ playbook }: { playbook: Playbook }) {
  const followed = playbook.extraction;
  const read = useQuery({
    ...readAt<Extraction>(`/api/v1/extractions/${followed?.id}`),
    enabled: runs(followed),
    refetchInterval: (query) => (runs(query.state.data ?? followed) ? 1000 : false),
  });
  const extraction = read.data?.id === followed?.id ? read.data : followed;
  const again = useAct({
    run: () =>
      send<Extraction>('POST', `/api/v1/playbooks/${playbook.id}/extractions`, {
        body: {},
        headers: repeatable(),
      }),
    changes: ['playbooks', 'extractions'],
  });
  if (!extraction) return null;
  if (runs(extraction)) {
    const done = extraction.stages.filter((stage) => stage.state === 'done').length;
    return (
      <RunningCard
        title={`Composing ${playbook.title}`}
        aside={extraction.state === 'queued' ? 'waits for its sources' : undefined}
        progress={(done + 0.4) / 3}
        stages={extraction.stages.map((stage) => ({
          label: stage.count === null ? stage.name : `${stage.name}, ${number(stage.count)}`,
          state: stage.state,
        }))}
        note="You can leave; it goes on."
      />
    );
  }
  if (extraction.state !== 'failed') return null;
  return (
    <div role="alert" className="rounded-3 border border-bad bg-raised p-4">
      <p className="font-strong">No draft came out of the sources</p>
      <p className="mt-0.5 text-ink-2">
        {extraction.problem?.sentence}{' '}
        {extraction.passagesFound > 0 ? `${plural(extraction.passagesFound, 'passage')} are kept.` : ''}
      </p>
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        <Button size="sm" busy={again.isPending && 'Starting'} onClick={() => again.mutate(undefined)}>
          Compose again
        </Button>
        {extraction.composer === 'model' ? null : <StandIn>built-in composer</StandIn>}
      </div>
    </div>
  );
}
