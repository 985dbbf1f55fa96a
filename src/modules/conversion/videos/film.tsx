import type { ReactElement, ReactNode } from 'react';
import { roundMoney } from '../money.ts';
import { captionsOf } from './captions.ts';
import type { VideoOffer } from './offer.ts';
import type { ShownScene } from './scene.ts';

/** "2:05". */
export const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The picture: every scene stands in the page; the script shows one at a time. */
export const Film = ({
  scenes,
  path,
}: {
  scenes: ShownScene[];
  language: string;
  path: string;
}): ReactElement => (
  <div className="film" id="film">
    {scenes.map(({ position, kind, title, html, startMs, durationMs, audioFileId }) => (
      <section
        key={position}
        className="scene"
        id={`scene-${position}`}
        data-kind={kind}
        data-from={startMs}
        data-to={startMs + durationMs}
        aria-labelledby={`scene-title-${position}`}
      >
        <p className="scene-meta">
          Scene {position} of {scenes.length}
        </p>
        <h2 id={`scene-title-${position}`}>{title}</h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by sceneHtml, which escapes whatever was typed */}
        <div className="scene-body" dangerouslySetInnerHTML={{ __html: html }} />
        {audioFileId && (
          // biome-ignore lint/a11y/useMediaCaption: the captions stand in the page itself
          <audio controls preload="none" src={`${path}/narration/${position}`} />
        )}
      </section>
    ))}
    <p className="film-caption" id="caption" hidden />
    <div className="film-controls" id="controls" hidden>
      <div className="film-beats" aria-hidden="true">
        {scenes.map(({ position, durationMs }) => (
          <progress key={position} max={durationMs} value={0} data-beat={position} />
        ))}
      </div>
      <div className="film-row">
        <button type="button" id="play" aria-label="Play">
          <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path className="film-play" d="M4.5 2.8v10.4L13 8z" />
            <path className="film-pause" d="M5 3v10M11 3v10" />
          </svg>
        </button>
        <span id="time" role="timer" aria-live="off">
          0:00 / {clock(scenes.at(-1) ? (scenes.at(-1)?.startMs ?? 0) + (scenes.at(-1)?.durationMs ?? 0) : 0)}
        </span>
        <button type="button" id="speed" aria-label="1× speed">
          1×
        </button>
      </div>
    </div>
  </div>
);

export const SceneList = ({ scenes, length }: { scenes: ShownScene[]; length: string }): ReactElement => (
  <nav aria-labelledby="in-here">
    <h2 className="video-small" id="in-here">
      In these {length}
    </h2>
    <ol className="video-scenes">
      {scenes.map(({ position, title, startMs }) => (
        <li key={position}>
          <a href={`#scene-${position}`} data-scene={position}>
            <span>{clock(startMs)}</span> {title}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

/** Every word that is said, each caption with its time, so that the page can follow. */
export const Transcript = ({
  scenes,
  language,
}: {
  scenes: ShownScene[];
  language: string;
}): ReactElement => (
  <section className="video-transcript" aria-labelledby="transcript-title">
    <h2 className="video-small" id="transcript-title">
      Transcript
    </h2>
    <div id="transcript">
      {scenes.map((scene) => (
        <p key={scene.position}>
          {captionsOf(scene, language).map(({ fromMs, toMs, text }) => (
            <span key={fromMs} data-from={fromMs} data-to={toMs}>
              {`${text} `}
            </span>
          ))}
        </p>
      ))}
    </div>
  </section>
);

interface OfferCardProps {
  offer: VideoOffer | undefined;
  action: string;
  expertName: string;
  /** Why the film shows no offer. */
  left: { reason: string } | undefined;
  /** Members look; they do not buy for somebody. */
  isPreview: boolean;
}

const PERIODS: Record<string, string> = { week: 'a week', month: 'a month', year: 'a year' };

/** What the film ends in; without an offer it says so. */
export const OfferCard = ({ offer, action, expertName, left, isPreview }: OfferCardProps): ReactNode => {
  if (!offer)
    return (
      <section className="video-offer" aria-label="What you can do">
        <p>
          Nothing is for sale here{left ? '' : ' any more'}. Answer the mail that brought you here and say
          what you need; {expertName} gets it.
        </p>
      </section>
    );
  const { price } = offer;
  return (
    <section className="video-offer" id="offer" aria-labelledby="offer-title">
      <h2 id="offer-title">{offer.name}</h2>
      {(offer.description || offer.headline) && <p>{offer.description || offer.headline}</p>}
      <p className="video-price">
        <strong>{roundMoney(price.amountMinor, price.currency)}</strong>
        <span className="hint">
          {price.recursEvery ? PERIODS[price.recursEvery] : 'once'}, taxes included
        </span>
      </p>
      {isPreview ? (
        <p className="hint">Here stands the button “Get {offer.name}”.</p>
      ) : (
        <form method="post" action={action}>
          <button className="button" type="submit">
            Get {offer.name}
          </button>
        </form>
      )}
      {offer.guarantee && <p className="hint">{offer.guarantee}</p>}
    </section>
  );
};
