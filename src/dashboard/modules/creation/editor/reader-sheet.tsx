import { buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { CitedText, Playbook, Step } from '../shapes.ts';
import { tidy } from './fields.ts';
import { useDraft } from './use-draft.ts';

/** The draft as a reader will meet it. What stands behind the gate is shown here and marked as such. */
export function ReaderSheet({
  playbook,
  at,
  onClose,
}: {
  playbook: Playbook;
  at: number;
  onClose: () => void;
}) {
  const { content } = useDraft();
  const draft = tidy(content);
  const gate =
    playbook.gatePosition !== null && playbook.gatePosition < draft.steps.length
      ? playbook.gatePosition
      : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      width="max-w-200"
      title="As a reader meets it"
      note={
        playbook.currentVersion
          ? `This is the draft. Readers see version ${playbook.currentVersion.number}.`
          : 'This is the draft. Nothing is public yet.'
      }
      actions={
        playbook.publicUrl ? (
          <a href={playbook.publicUrl} target="_blank" rel="noopener" className={buttonClass()}>
            Open version {playbook.currentVersion?.number}
          </a>
        ) : null
      }
    >
      <section
        aria-label="The draft, as a reader meets it"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="-mx-5 -my-3 bg-page px-8 py-8 text-page-ink max-phone:px-5"
        lang={playbook.language}
      >
        <p className="font-[500] font-serif text-h1 tracking-[-0.02em]">{draft.title}</p>
        {draft.outcome ? <p className="mt-3 font-serif text-body">{draft.outcome.text}</p> : null}
        {draft.audience ? (
          <p className="mt-2 font-serif text-page-ink-2 text-quote">
            For {draft.audience.text.charAt(0).toLowerCase() + draft.audience.text.slice(1)}
          </p>
        ) : null}
        {draft.steps.map((step, index) => (
          <section
            key={step.id}
            ref={index + 1 === at ? (node) => node?.scrollIntoView({ block: 'start' }) : undefined}
            className="border-page-line border-t pt-6 pb-2 first-of-type:mt-8"
          >
            {gate !== undefined && index === gate ? (
              <p className="mb-6 rounded-3 border border-line-control border-dashed px-4 py-3 text-page-ink-2">
                The gate stands here: a reader leaves an e-mail, then the steps below open.
              </p>
            ) : null}
            <ReadStep step={step} />
          </section>
        ))}
      </section>
    </Dialog>
  );
}

function ReadStep({ step }: { step: Step }) {
  return (
    <>
      <p className="text-page-ink-2 text-sm">
        Step {step.position}
        {step.minutes ? ` · ${step.minutes.value} min` : ''}
      </p>
      <h3 className="font-[500]! font-serif text-h2">{step.title}</h3>
      {step.why ? <p className="mt-2 font-serif text-body">{step.why.text}</p> : null}
      <Lines title="You need" items={step.inputs} />
      <ol className="mt-3 list-decimal pl-6 font-serif text-body">
        {step.instructions.map((item) => (
          <li key={item.text}>{item.text}</li>
        ))}
      </ol>
      {step.blanks.map((blank) => (
        <div key={blank.id} className="mt-4 rounded-3 border border-page-line bg-page-raised px-4 py-3">
          <p className="font-medium">{blank.label}</p>
          {blank.hint ? <p className="text-page-ink-2 text-xs">{blank.hint}</p> : null}
          {blank.kind === 'table' ? (
            <p className="mt-1 text-page-ink-2 text-sm">{blank.columns.join(' · ')}</p>
          ) : (
            <div className="mt-2 h-8 rounded-2 border border-line-control" />
          )}
        </div>
      ))}
      {step.workedExample ? (
        <p className="mt-4 border-page-line border-l-2 pl-4 font-serif text-page-ink-2 text-quote">
          {step.workedExample.text}
        </p>
      ) : null}
      <Lines title="Common mistakes" items={step.commonMistakes} />
      {step.doneWhen ? (
        <p className="mt-4 font-serif text-body">
          <strong>Done when</strong>{' '}
          {step.doneWhen.text.charAt(0).toLowerCase() + step.doneWhen.text.slice(1)}
        </p>
      ) : null}
      {step.nextAction ? <p className="mt-2 mb-4 text-page-ink-2">{step.nextAction.text}</p> : null}
    </>
  );
}

function Lines({ title, items }: { title: string; items: CitedText[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="font-medium text-page-ink-2 text-sm">{title}</p>
      <ul className="list-disc pl-6 font-serif text-quote">
        {items.map((item) => (
          <li key={item.text}>{item.text}</li>
        ))}
      </ul>
    </div>
  );
}
