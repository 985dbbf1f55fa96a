import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { readAt } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StandIn } from '../../ui/chip.tsx';
import { Marked, MarkNumber } from '../../ui/marks.tsx';
import { Details, Section } from '../../ui/rows.tsx';
import { number } from '../../ui/words.ts';
import { type CloneRecord, rateWords, type Turn } from './clone-words.ts';

interface ClonePanelProps {
  clone: CloneRecord;
  turn: Turn | undefined;
  isExpert: boolean;
}

/** What the chosen answer rests on, how the test set stands, and who answers. */
export function ClonePanel({ clone, turn, isExpert }: ClonePanelProps) {
  return (
    <>
      {turn ? (
        <div className="mb-4 max-tablet:hidden">
          <RestsOn clone={clone} turn={turn} isExpert={isExpert} />
        </div>
      ) : null}
      {isExpert ? null : <TestSet clone={clone} />}
      <Section title="Use">
        <Details
          items={[
            { label: 'People', value: number(clone.trials) },
            { label: 'Questions', value: number(clone.turns) },
            { label: 'Not in it', value: number(clone.notInMaterial) },
            { label: 'Free for each', value: number(clone.freeUses) },
            {
              label: 'Answers by',
              value:
                clone.composer === 'model' ? (
                  'a language model, held to the material'
                ) : (
                  <StandIn>built-in composer</StandIn>
                ),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** The words an answer rests on, each with the step and the source that open. */
export function RestsOn({ clone, turn, isExpert }: { clone: CloneRecord; turn: Turn; isExpert: boolean }) {
  if (turn.state === 'not_in_material')
    return (
      <Section title="What it rests on">
        <p className="text-ink-2">
          Nothing: the material does not answer it, so the clone said so.
          {turn.citations[0]?.stepTitle ? ' It named the step that comes nearest.' : ''}
        </p>
        {turn.citations.map((citation, at) => (
          <StepLine key={citation.stepId ?? at} clone={clone} citation={citation} isExpert={isExpert} />
        ))}
      </Section>
    );
  if (turn.citations.length === 0) return null;
  return (
    <Section title="What it rests on" aside="word for word">
      <ol className="flex flex-col gap-3">
        {turn.citations.map((citation, at) => (
          <li key={`${citation.passageId ?? citation.stepId}-${citation.quote}`}>
            <p className="font-serif text-quote">
              <MarkNumber>{at + 1}</MarkNumber> <Marked>{citation.quote}</Marked>
            </p>
            <StepLine clone={clone} citation={citation} isExpert={isExpert} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

type Citation = Turn['citations'][number];

function StepLine({
  clone,
  citation,
  isExpert,
}: {
  clone: CloneRecord;
  citation: Citation;
  isExpert: boolean;
}) {
  const { paths } = useWorkspace();
  const words = `Step ${citation.stepPosition}, ${citation.stepTitle}`;
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 text-ink-2 text-xs">
      {citation.correctionId ? <span>The expert’s own correction</span> : null}
      {citation.stepPosition ? (
        isExpert ? (
          <span>{words}</span>
        ) : (
          <Link
            to={paths.playbook(clone.playbook.slug, citation.stepPosition)}
            className="opens-rows inline-flex min-h-6 items-center rounded-1"
          >
            {words}
          </Link>
        )
      ) : null}
      {citation.passageId && !isExpert ? <PassageLink id={citation.passageId} /> : null}
    </p>
  );
}

/** Leads to the words in their source, where they still stand. */
function PassageLink({ id }: { id: string }) {
  const { paths } = useWorkspace();
  const passage = useQuery(readAt<Shape<'PassageInContext'>>(`/api/v1/passages/${id}`));
  if (!passage.data) return null;
  const { source, start, end } = passage.data;
  return (
    <Link
      to={paths.source(source.id)}
      hash={`${start}-${end}`}
      className="opens-rows inline-flex min-h-6 items-center rounded-1"
    >
      {source.title}
    </Link>
  );
}

function TestSet({ clone }: { clone: CloneRecord }) {
  const { can } = useWorkspace();
  const run = clone.testRun;
  const again = useAct({
    run: () => send('POST', `/api/v1/clones/${clone.id}/test-runs`, { body: {} }),
    changes: ['clones'],
    says: () => 'The test set is running',
  });
  const failing = run?.results.filter(({ isRight }) => !isRight) ?? [];
  const isRunning = run?.state === 'running';
  return (
    <Section title="Test set" aside={isRunning ? 'running' : `bar ${Math.round(100 * clone.passingRate)}%`}>
      <Details
        items={[
          { label: 'Grounded', value: rateWords(run?.grounded ?? null) },
          { label: 'Refused rightly', value: rateWords(run?.refused ?? null) },
        ]}
      />
      {failing.length > 0 ? (
        <>
          <p className="mt-3 font-strong">
            {failing.length === 1 ? 'This one fails' : `These ${failing.length} fail`}
          </p>
          <ul className="mt-1 flex flex-col gap-1.5">
            {failing.slice(0, 6).map(({ questionId, question, why }) => (
              <li key={questionId} className="text-ink-2">
                “{question}” {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {can('clones.write') ? (
        <div className="mt-3">
          <Button
            size="sm"
            busy={(again.isPending || isRunning) && 'Running'}
            onClick={() => again.mutate(undefined)}
          >
            Run it again
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
