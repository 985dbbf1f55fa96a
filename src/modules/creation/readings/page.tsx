import type { ReactElement, ReactNode } from 'react';
import { PublicDocument } from '#kernel/pages';
import { script } from './script.ts';
import type { Published } from './service.ts';
import { StepView } from './step-view.tsx';
import { day, lowerFirst, shorten } from './typography.ts';

interface ReaderPageProps {
  published: Published;
  siteName: string;
  /** Absolute, without query. */
  url: string;
  /** Positions that this reader may see; the content of the others is not handed in. */
  readable: ReadonlySet<number>;
  /** What later layers put after a step, by position. */
  blocks: ReadonlyMap<number, { name: string; node: ReactNode }[]>;
  progress: { answers: Record<string, unknown>; stepsDone: string[] };
  isKnown: boolean;
}

/** The public page of a playbook: whole without script, one small script for comfort. */
export function ReaderPage({
  published,
  siteName,
  url,
  readable,
  blocks,
  progress,
  isKnown,
}: ReaderPageProps): ReactElement {
  const { content, expert, language } = published;
  const { steps } = content;
  const open = steps.filter((step) => readable.has(step.position));
  const closed = steps.filter((step) => !readable.has(step.position));
  const done = new Set(progress.stepsDone);
  const title = published.seo.title || `${content.title} · ${expert.name}`;
  const description = published.seo.description || describe(published);
  return (
    <PublicDocument
      lang={language}
      title={title}
      description={description}
      canonical={url}
      siteName={siteName}
      author={expert.name}
      publishedAt={published.publishedAt}
      noIndex={published.seo.noindex ?? false}
      scripts={[script.url]}
      alternates={[{ type: 'application/pdf', href: `${url}/edition.pdf`, title: 'PDF edition' }]}
      jsonLd={howTo(published, url, description)}
    >
      <header className="bar">
        <div className="bar-line">
          <span className="bar-who">{expert.name}</span>
          <span className="bar-what">{content.title}</span>
          <div className="bar-tools">
            <span className="wide scripted">
              <Icon path="M4.6 12.2a2.8 2.8 0 0 1-.3-5.6 3.9 3.9 0 0 1 7.6.7 2.5 2.5 0 0 1-.3 4.9z" />
              <span id="saved" role="status">
                {isKnown ? 'Answers are kept' : 'Answers stay on this device'}
              </span>
            </span>
            <a href={`${url}/edition.pdf`} rel="nofollow" aria-label="PDF edition">
              <Icon path="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.8 10.5v2.7h10.4v-2.7" />
              PDF
            </a>
          </div>
        </div>
        <progress
          className="progress"
          id="progress"
          max={steps.length}
          value={done.size}
          aria-label="Steps done"
        />
      </header>
      <div
        className="reader"
        data-version={published.versionId}
        data-known={isKnown ? 'yes' : 'no'}
        id="reader"
      >
        <nav className="steps" aria-label="Steps">
          <details>
            <summary>All {steps.length} steps</summary>
            <ol>
              {steps.map((step) => (
                <li
                  key={step.id}
                  data-step={step.id}
                  data-state={done.has(step.id) ? 'done' : readable.has(step.position) ? 'open' : 'closed'}
                >
                  {readable.has(step.position) ? (
                    <a href={`#step-${step.position}`}>
                      <span className="steps-mark">{step.position}</span>
                      <span>{step.title}</span>
                    </a>
                  ) : (
                    <span>
                      <span className="steps-mark">{step.position}</span>
                      <span>{step.title}</span>
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </details>
        </nav>
        <main className="text" id="content">
          <div className="step">
            <h1>{content.title}</h1>
            <div className="prose">
              {content.outcome && <p>{content.outcome.text}</p>}
              {content.audience && (
                <p className="lead-in">For {lowerFirst(content.audience.text.replace(/^for\s+/i, ''))}</p>
              )}
            </div>
          </div>
          {open.map((step) => (
            <div key={step.id}>
              <StepView
                step={step}
                total={steps.length}
                sources={published.citedSources}
                expertName={expert.name}
                answers={progress.answers}
                isDone={done.has(step.id)}
                nextIsOpen={readable.has(step.position + 1)}
              />
              {blocks.get(step.position)?.map(({ name, node }) => (
                <div key={name} data-slot={name}>
                  {node}
                </div>
              ))}
            </div>
          ))}
          {closed.length > 0 && (
            <ol className="closed" start={closed[0]?.position} aria-label="Steps that are still closed">
              {closed.map((step) => (
                <li key={step.id}>
                  <span className="steps-mark">{step.position}</span>
                  <span>{step.title}</span>
                </li>
              ))}
            </ol>
          )}
        </main>
      </div>
      <footer className="foot">
        <span>
          Version {published.versionNumber}, {day(published.publishedAt, language)}
        </span>
        <span>
          {expert.name}
          {expert.trade ? `, ${expert.trade}` : ''}
        </span>
        <span>Made with PlaybookOS</span>
      </footer>
      <noscript>
        <img src={`${url}/view.gif`} width="1" height="1" alt="" />
      </noscript>
    </PublicDocument>
  );
}

function describe({ content, expert }: Published): string {
  const outcome = content.outcome?.text ?? `A playbook by ${expert.name}.`;
  const text = `${outcome} ${content.steps.length} steps by ${expert.name}, with what to fill in and how to tell that each is done.`;
  return shorten(text, 300);
}

const Icon = ({ path }: { path: string }): ReactElement => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} />
  </svg>
);

/** schema.org HowTo; names of closed steps only, never what stands in them. */
function howTo(
  { content, expert, language, publishedAt }: Published,
  url: string,
  description: string,
): Record<string, unknown> {
  return {
    '@type': 'HowTo',
    name: content.title,
    description,
    inLanguage: language,
    datePublished: publishedAt.toISOString(),
    author: { '@type': 'Person', name: expert.name },
    step: content.steps.map((step) => ({
      '@type': 'HowToStep',
      position: step.position,
      name: step.title,
      url: `${url}#step-${step.position}`,
    })),
  };
}
