import type { ReactElement, ReactNode } from 'react';
import { PublicDocument } from '#kernel/pages';
import type { ConfirmationOffer } from './confirmations.ts';

interface ConfirmPageProps {
  offer: ConfirmationOffer | null;
  publicUrl: string;
}

/** The page behind the link in the mail: a button, never an act. */
export function ConfirmPage({ offer, publicUrl }: ConfirmPageProps): ReactElement {
  if (!offer) {
    return (
      <Shell title="This link leads nowhere" siteName="PlaybookOS" publicUrl={publicUrl}>
        <p>It may have been cut off on its way. Open the newest mail and use the button in it.</p>
      </Shell>
    );
  }
  const { workspace, address, state, playbook } = offer;
  const shell = { siteName: workspace.name, publicUrl };
  if (state === 'open') {
    return (
      <Shell title="Is this address yours?" {...shell}>
        <p>
          {address} was typed into {playbook ? `“${playbook.title}”` : 'a playbook'}. One press says that it
          is yours.
        </p>
        <form method="post">
          <button className="button" type="submit">
            Yes, it is mine
          </button>
        </form>
        <p className="hint">If it was not you, close this page. Nothing follows from it.</p>
      </Shell>
    );
  }
  if (state === 'expired') {
    return (
      <Shell title="This link has expired" {...shell}>
        <p>
          It was good for 14 days. Pass the gate again and a new one comes by mail; what you filled in is
          kept.
        </p>
        <Onward playbook={playbook} />
      </Shell>
    );
  }
  return (
    <Shell title="Your address is confirmed" {...shell}>
      <p>{address} is yours. The link in the mail opens the playbook on any device, where you left it.</p>
      <Onward playbook={playbook} />
    </Shell>
  );
}

const Onward = ({ playbook }: { playbook: ConfirmationOffer['playbook'] }): ReactNode =>
  playbook && (
    <p>
      <a className="button" href={playbook.path}>
        Go on with {playbook.title}
      </a>
    </p>
  );

function Shell({
  title,
  siteName,
  publicUrl,
  children,
}: {
  title: string;
  siteName: string;
  publicUrl: string;
  children: ReactNode;
}): ReactElement {
  return (
    <PublicDocument
      lang="en"
      title={title}
      description={title}
      canonical={`${publicUrl}/confirm`}
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
}
