import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import type { Playbook } from '../shapes.ts';
import { useDesk } from './desk.ts';
import { type DraftField, stepOf } from './fields.ts';
import { ProseField } from './prose-field.tsx';
import { Part } from './step-page.tsx';
import { useDraft, useStore } from './use-draft.ts';

const told: Record<DraftField, [string, string]> = {
  outcome: ['Outcome', 'By the end the reader has …'],
  audience: ['Audience', 'One kind of person, and what they do'],
  pain: ['Pain', 'What hurts them today, in their words'],
  uniqueInsight: ['What is new', 'The one thing this expert sees that others do not'],
};

const kinds = [
  'process',
  'framework',
  'habit',
  'diagnosis',
  'conversation',
  'checklist',
  'principles',
] as const;

/** What the whole playbook promises, to whom, and what the material leaves open. */
export function OverviewPage({ playbook, onAdd }: { playbook: Playbook; onAdd: () => void }) {
  const store = useStore();
  const { content } = useDraft();
  const { writable } = useDesk();
  const { paths } = useWorkspace();
  return (
    <article
      className="mx-auto w-full max-w-[41.5rem] px-6 pt-6 pb-24 max-phone:px-4"
      aria-label="Promise and audience"
    >
      <p className="flex min-h-control-sm flex-wrap items-center gap-x-4 text-ink-2">
        <span className="font-strong">The playbook</span>
        <label className="inline-flex items-center gap-1.5">
          A
          <select
            value={content.methodologyType}
            disabled={!writable}
            onChange={(event) =>
              store.change((draft) => {
                draft.methodologyType = event.target.value as (typeof kinds)[number];
              })
            }
            className="rounded-1 bg-transparent py-0.5 hover:bg-hover"
            aria-label="Kind of method"
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </label>
        {playbook.expert ? <span>by {playbook.expert.name}</span> : null}
      </p>
      <h2 className="font-[500]!">
        <ProseField
          plain
          place={{ field: 'title' }}
          label="Title of the playbook"
          placeholder="What it is called"
          className="font-[500] font-serif text-[2rem] leading-10 tracking-[-0.018em] max-phone:text-[1.625rem] max-phone:leading-8"
        />
      </h2>
      {(Object.keys(told) as DraftField[]).map((name) => (
        <Part key={name} label={told[name][0]}>
          <ProseField
            place={{ field: name }}
            label={told[name][0]}
            placeholder={told[name][1]}
            className="font-serif text-edit"
          />
        </Part>
      ))}
      {writable && content.steps.length === 0 ? (
        <div className="mt-6 flex flex-wrap items-center gap-3 border-line border-y py-4">
          <span className="font-serif text-edit">No step yet.</span>
          <Button onClick={onAdd}>Write the first step</Button>
        </div>
      ) : null}
      {content.openQuestions.length > 0 ? (
        <Part label="What the material leaves open">
          <ul className="mt-1 flex flex-col gap-1">
            {content.openQuestions.map((question) => {
              const step = stepOf(content, question.stepId);
              return (
                <li
                  key={`${question.stepId ?? ''} ${question.question}`}
                  className="flex justify-between gap-4 font-serif text-edit"
                >
                  {question.question}
                  {step ? (
                    <Link
                      to={paths.playbook(playbook.slug, content.steps.indexOf(step) + 1)}
                      search={true as never}
                      className="opens-rows shrink-0 font-sans text-ink-2 text-xs"
                    >
                      Step {content.steps.indexOf(step) + 1}
                    </Link>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </Part>
      ) : null}
      <Part label="Composed from">
        {playbook.sources.length === 0 ? (
          <p className="text-ink-2">No source. Everything here was typed.</p>
        ) : (
          <ul className="mt-1">
            {playbook.sources.map((source) => (
              <li key={source.id} className="border-line border-b py-1.5">
                <Link to={paths.source(source.id)} className="hover:underline">
                  {source.title}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </article>
  );
}
