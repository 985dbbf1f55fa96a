import type { ReactElement, ReactNode } from 'react';
import { PublicDocument } from '#kernel/pages';
import { type EmailFields, EmailForm, QuestionFields } from './form.tsx';
import { script } from './script.ts';
import type { Question } from './shapes.ts';

interface Frame {
  title: string;
  language: string;
  siteName: string;
  /** Absolute address of the reading page. */
  url: string;
  /** Where the arrow leads. */
  back: string;
  backLabel: string;
  /** From 1, of `total`. */
  stage: number;
  total: number;
}

/** The gate's page for the address: first of its stages. */
export function EmailPage({
  heading,
  promise,
  fields,
  ...frame
}: Frame & { heading: string; promise: string; fields: EmailFields }): ReactElement {
  return (
    <GatePage {...frame} heading={heading}>
      <h1>{heading}</h1>
      <p className="gate-why">{promise}</p>
      <EmailForm {...fields} />
    </GatePage>
  );
}

interface QuestionPageProps extends Frame {
  action: string;
  submissionId: string;
  question: Question;
  value: string;
  button: string;
  problem?: string | null;
}

/** The gate's page for one question. */
export function QuestionPage({
  action,
  submissionId,
  question,
  value,
  button,
  problem,
  ...frame
}: QuestionPageProps): ReactElement {
  return (
    <GatePage {...frame} heading={question.text}>
      <form method="post" action={action}>
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <QuestionFields question={question} value={value} />
        <input type="hidden" name="s" value={submissionId} />
        <input type="hidden" name="q" value={frame.stage - 1} />
        <div className="actions">
          <a className="button button-quiet" href={frame.back}>
            Back
          </a>
          <button className="button" type="submit">
            {button}
          </button>
        </div>
      </form>
    </GatePage>
  );
}

function GatePage({
  title,
  language,
  siteName,
  url,
  back,
  backLabel,
  stage,
  total,
  heading,
  children,
}: Frame & { heading: string; children: ReactNode }): ReactElement {
  return (
    <PublicDocument
      lang={language}
      title={`${heading} · ${title}`}
      description={`${stage} of ${total}, on the way to the next steps of ${title}.`}
      canonical={url}
      siteName={siteName}
      kind="website"
      noIndex
      scripts={[script.url]}
    >
      <header className="bar">
        <div className="bar-line">
          <a href={back} aria-label={backLabel}>
            {stage === 1 ? '✕' : '←'}
          </a>
          <span className="bar-what">{title}</span>
          <div className="bar-tools">
            <span>
              {stage} of {total}
            </span>
          </div>
        </div>
      </header>
      <main className="page" id="content">
        <ol className="gate-stages" aria-hidden="true">
          {Array.from({ length: total }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stages are their places and never move
            <li key={index} data-state={index < stage ? 'done' : 'open'} />
          ))}
        </ol>
        <section className="gate gate-full">{children}</section>
      </main>
    </PublicDocument>
  );
}
