import { useState } from 'react';
import type { Shape } from '../../api/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { type Gate, type GateDraft, type Question, usualCopy } from './gate-words.ts';

interface GatePreviewProps {
  draft: GateDraft;
  gate: Gate;
  playbook: Shape<'Playbook'> | undefined;
}

/** The gate as a reader meets it, one page after another. It only shows; nothing here is sent. */
export function GatePreview({ draft, gate, playbook }: GatePreviewProps) {
  const [asked, setAsked] = useState(0);
  const pages = draft.questions.length + 1;
  const at = Math.min(asked, pages - 1);
  const question = draft.questions[at - 1];
  const steps = playbook?.draft.content.steps ?? [];
  const usual = usualCopy({
    position: draft.position,
    trialPosition: playbook?.trialPosition ?? null,
    lastPosition: Math.max(steps.length, draft.position + 1),
    questions: draft.questions.length,
  });
  const copy = {
    headline: draft.copy.headline || usual.headline,
    promise: draft.copy.promise || usual.promise,
    button: draft.copy.button || usual.button,
  };
  return (
    <div className="flex min-h-full flex-col bg-page px-gutter py-5 text-page-ink">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-medium text-page-ink-2 text-xs">As readers meet it</h2>
        <Segmented
          label="Page of the gate"
          value={String(at)}
          onChange={(next) => setAsked(Number(next))}
          options={Array.from({ length: pages }, (_, page) => ({
            value: String(page),
            label: page === 0 ? 'E-mail' : String(page),
          }))}
        />
      </div>
      {draft.isActive ? (
        <>
          <Before steps={steps.map(({ title }) => title)} position={draft.position} />
          <section
            aria-label="Preview of the gate"
            className="mx-auto my-4 w-full max-w-165 rounded-4 border border-page-line bg-page-raised p-7 max-phone:p-5"
          >
            {question ? (
              <QuestionPage
                question={question}
                at={at}
                pages={pages}
                button={at === pages - 1 ? copy.button : 'Continue'}
              />
            ) : (
              <EmailPage copy={copy} draft={draft} />
            )}
          </section>
          <After steps={steps.map(({ title }) => title)} position={draft.position} />
        </>
      ) : (
        <p className="mx-auto my-10 max-w-120 text-center text-page-ink-2">
          The gate of “{gate.playbook.title}” is off. Every step is open to everybody, and nobody leaves an
          address.
        </p>
      )}
    </div>
  );
}

function EmailPage({ copy, draft }: { copy: GateDraft['copy']; draft: GateDraft }) {
  return (
    <>
      <h3 className="font-[500] font-serif text-[1.625rem] leading-8 tracking-[-0.01em]">{copy.headline}</h3>
      <p className="mt-2 font-serif text-[1.0625rem] text-page-ink-2 leading-6.5">{copy.promise}</p>
      <div className="mt-4 flex items-end gap-3 max-phone:flex-col max-phone:items-stretch">
        <span className="flex-1">
          <span className="mb-1.5 block font-medium">Your e-mail</span>
          <span className="block h-10.5 rounded-2 border border-line-control bg-page" />
        </span>
        <ShownButton>Continue</ShownButton>
      </div>
      {draft.newsletterText.trim() ? (
        <p className="mt-4 flex items-start gap-2.5">
          <span className="mt-0.5 size-4 shrink-0 rounded-1 border border-line-control bg-page" aria-hidden />
          <span>
            {draft.newsletterText} <span className="text-page-ink-2">Optional. Leave with one click.</span>
          </span>
        </p>
      ) : null}
      <p className="mt-3 text-page-ink-2 text-xs">{draft.consentText || 'No consent text yet.'}</p>
    </>
  );
}

function QuestionPage({
  question,
  at,
  pages,
  button,
}: {
  question: Question;
  at: number;
  pages: number;
  button: string;
}) {
  return (
    <>
      <p className="mb-3 text-page-ink-2 text-xs">
        {at + 1} of {pages}
      </p>
      <h3 className="font-[500] font-serif text-[1.625rem] leading-8 tracking-[-0.01em]">
        {question.text || 'A question without words'}
      </h3>
      {question.help ? (
        <p className="mt-2 font-serif text-[1.0625rem] text-page-ink-2 leading-6.5">{question.help}</p>
      ) : null}
      {question.kind === 'text' ? (
        <span className="mt-4 block h-24 rounded-2 border border-line-control bg-page" />
      ) : (
        <ul className="mt-4 flex flex-col gap-2">
          {question.options.map((option, index) => (
            <li
              key={option.value}
              className="flex min-h-11 items-center gap-3 rounded-3 border border-page-line bg-page px-3.5 py-2"
            >
              <span className="flex size-6 shrink-0 items-center justify-center rounded-1 border border-line-control text-page-ink-2 text-xs">
                {String.fromCharCode(65 + index)}
              </span>
              {option.label || 'An answer without words'}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-5">
        <ShownButton>{button}</ShownButton>
      </div>
    </>
  );
}

/** Looks like the reader's button and is none. */
const ShownButton = ({ children }: { children: string }) => (
  <span className="inline-flex h-10.5 items-center justify-center rounded-2 bg-accent px-5 font-medium text-on-accent">
    {children}
  </span>
);

/** The step the wall stands after, and the titles behind it: those are all that strangers see. */
function Before({ steps, position }: { steps: string[]; position: number }) {
  const title = steps[position - 1];
  return (
    <p className="mx-auto w-full max-w-165 text-page-ink-2 text-sm">
      {title ? (
        <>
          End of step {position}, <span className="text-page-ink">{title}</span>
        </>
      ) : (
        `End of step ${position}`
      )}
    </p>
  );
}

function After({ steps, position }: { steps: string[]; position: number }) {
  const [all, setAll] = useState(false);
  const behind = steps.slice(position);
  if (behind.length === 0) return null;
  return (
    <div className="mx-auto w-full max-w-165 text-page-ink-2">
      <ol start={position + 1} className="list-decimal pl-6">
        {(all ? behind : behind.slice(0, 4)).map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat and never move.
          <li key={at} className="border-page-line border-b py-2">
            {title}
          </li>
        ))}
      </ol>
      {!all && behind.length > 4 ? (
        <Button look="quiet" size="sm" className="mt-1" onClick={() => setAll(true)}>
          Show {behind.length - 4} more
        </Button>
      ) : null}
    </div>
  );
}
