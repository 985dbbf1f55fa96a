import type { ReactElement, ReactNode } from 'react';
import { PublicDocument } from '#kernel/pages';
import { script, styles } from './assets.ts';
import { Film, OfferCard, SceneList, Transcript } from './film.tsx';
import { lengthInWords } from './letter.ts';
import { nameOfField } from './personalise.ts';
import type { UsedField } from './scene.ts';
import type { Opened } from './service.ts';

type Open = Extract<Opened, { state: 'open' }>;

interface VideoPageProps {
  page: Open;
  /** Path of the page: `/v/<token>`. */
  path: string;
  publicUrl: string;
  /** Members look without being counted. */
  isPreview: boolean;
  /** They pressed the button of the page without script. */
  hasSaidSo: boolean;
}

/** The page of one video: a film of timed scenes with script, the same scenes one after the other without. */
export function VideoPage({ page, path, publicUrl, isPreview, hasSaidSo }: VideoPageProps): ReactElement {
  const { video, expertName, siteName, playbook, offer } = page;
  const known = (field: string): string | undefined =>
    video.personalisation.fields?.find((one) => one.field === field && !one.isFallback)?.value;
  const [name, company] = [known('first_name'), known('company')];
  const length = lengthInWords(video.durationMs);
  const title = video.scenes[0]?.title ?? `${length} made for you`;
  const madeFor = [name && `made for ${name}`, company && `at ${company}`].filter(Boolean).join(' ');
  return (
    <PublicDocument
      lang="en"
      title={`${title} · ${expertName}`}
      description={`A film of ${length} by ${expertName}.`}
      canonical={`${publicUrl}/v`}
      siteName={siteName}
      kind="website"
      noIndex
      scripts={[script.url]}
      styles={[styles.url]}
    >
      <header className="bar">
        <div className="bar-line">
          <span className="bar-who bar-keep">{expertName}</span>
          {madeFor && <span className="bar-what">{madeFor}</span>}
          <div className="bar-tools">
            <button type="button" className="film-captions" id="captions" aria-pressed="true" hidden>
              Captions on
            </button>
          </div>
        </div>
      </header>
      <main
        className="video"
        id="video"
        data-facts={isPreview ? undefined : `${path}/facts`}
        data-length={video.durationMs}
      >
        {isPreview && <p className="notice video-wide">You look at this as a member: nothing is counted.</p>}
        <div className="video-film" id="content">
          <Film scenes={video.scenes} language="en" path={path} />
        </div>
        <aside className="video-side">
          <SceneList scenes={video.scenes} length={length} />
          <OfferCard
            offer={offer}
            action={`${path}/checkout`}
            expertName={expertName}
            isPreview={isPreview}
            left={video.personalisation.leftOut?.find(({ kind }) => kind === 'offer')}
          />
          {playbook && (
            <p>
              <a href={playbook.path}>Go on with “{playbook.title}”</a>
            </p>
          )}
        </aside>
        <div className="video-text">
          <h1>{title}</h1>
          <p className="video-lead">
            This film of {length} uses {usedInWords(video.personalisation.fields ?? [])}.{' '}
            <a href="#known">See or delete it</a>
          </p>
          <Transcript scenes={video.scenes} language="en" />
          <SaidSo action={`${path}/facts`} hasSaidSo={hasSaidSo} isPreview={isPreview} />
          <Known page={page} action={`${path}/deletion`} />
          <p className="hint">
            Put together and timed by software from {expertName}’s own words and from what you told us. No
            person recorded it for you, and nothing in it was made up.
          </p>
        </div>
      </main>
      <footer className="foot">
        <span>{siteName}</span>
        {video.expiresAt && (
          <span>This page is yours alone and works until {video.expiresAt.toISOString().slice(0, 10)}.</span>
        )}
        <span className="film-keys" id="keys" hidden>
          Keys: Space plays and pauses, ← and → change the scene, C shows captions.
        </span>
      </footer>
    </PublicDocument>
  );
}

const OWN = new Set(['lead', 'answer', 'reading', 'question']);

/** Whether a field is about the person, not about the playbook or the offer. */
const isPersonal = ({ field, source }: UsedField): boolean =>
  source ? OWN.has(source.kind) : /^(first_name|company|answer\.|steps_done|question)/.test(field);

function usedInWords(fields: UsedField[]): string {
  const count = fields.filter((field) => isPersonal(field) && !field.isFallback).length;
  if (count === 0) return 'nothing about you';
  return count === 1 ? 'one thing you told us' : `${count} things you told us`;
}

/** For whoever has no script: a way to say that they read it. */
const SaidSo = ({
  action,
  hasSaidSo,
  isPreview,
}: {
  action: string;
  hasSaidSo: boolean;
  isPreview: boolean;
}): ReactNode => {
  if (isPreview) return null;
  return (
    <div className="film-plain" id="read">
      {hasSaidSo ? (
        <p className="notice" role="status">
          Thank you. {`We noted that you read it.`}
        </p>
      ) : (
        <form method="post" action={action}>
          <input type="hidden" name="kind" value="read" />
          <button className="button button-quiet" type="submit">
            I have read this
          </button>
        </form>
      )}
    </div>
  );
};

/** Everything that was put in about the person, each with where it comes from, and the way to delete it. */
const Known = ({ page: { video, siteName }, action }: { page: Open; action: string }): ReactElement => {
  const { fields = [], leftOut = [] } = video.personalisation;
  return (
    <section className="video-known" id="known" aria-labelledby="known-title">
      <h2 id="known-title">What this page knows about you</h2>
      <dl className="facts">
        {fields.filter(isPersonal).map(({ field, value, source, isFallback }) => (
          <div key={field}>
            <dt>{nameOfField(field).replace('their', 'your').replace('they', 'you')}</dt>
            <dd>
              {value}{' '}
              <span className="hint">
                {isFallback ? 'not known; a general word stands here' : source?.label}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {leftOut.length > 0 && (
        <p className="hint">
          Left out:{' '}
          {leftOut.map(({ title, reason }) => `“${title}” (${reason.replace(/\.$/, '')})`).join(', ')}.
        </p>
      )}
      <p>
        It also keeps which parts were played, to know whether to write to you again. {siteName} keeps your
        answers to the playbook apart from this page.
      </p>
      <form method="post" action={action}>
        <button className="button button-quiet" type="submit">
          Delete this film and what it uses
        </button>
      </form>
      <p className="hint">
        It is gone at once, for us too. To have everything deleted that we know of you, answer the mail that
        brought you here.
      </p>
    </section>
  );
};

interface EndedProps {
  title: string;
  siteName: string;
  publicUrl: string;
  children: ReactNode;
}

const Ended = ({ title, siteName, publicUrl, children }: EndedProps): ReactElement => (
  <PublicDocument
    lang="en"
    title={title}
    description={title}
    canonical={`${publicUrl}/v`}
    siteName={siteName}
    kind="website"
    noIndex
  >
    <main className="page" id="content">
      <h1>{title}</h1>
      {children}
    </main>
  </PublicDocument>
);

/** What stands at a private link that opens nothing. */
export function EndedPage({
  page,
  publicUrl,
}: {
  page: Exclude<Opened, Open>;
  publicUrl: string;
}): ReactElement {
  if (page.state === 'unknown')
    return (
      <Ended title="This link leads nowhere" siteName="PlaybookOS" publicUrl={publicUrl}>
        <p>It may have been cut off on its way. Open the mail again and use the button in it.</p>
      </Ended>
    );
  if (page.reason === 'deleted')
    return (
      <Ended title="This film was deleted" siteName={page.siteName} publicUrl={publicUrl}>
        <p>What it used is gone as well. The playbook stays open to you where you left it.</p>
      </Ended>
    );
  return (
    <Ended title="This link has ended" siteName={page.siteName} publicUrl={publicUrl}>
      <p>The film was there for 90 days. Answer the mail that brought you here, and we send a new one.</p>
    </Ended>
  );
}
