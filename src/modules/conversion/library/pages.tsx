import type { ReactElement, ReactNode } from 'react';
import { PublicDocument } from '#kernel/pages';
import { checkoutSheet } from '../checkouts/sheet.ts';
import { money } from '../money.ts';
import type { Library } from './service.ts';

interface PageProps {
  publicUrl: string;
}

/** What somebody bought: what opens, what does not any more, and the receipts. */
export function LibraryPage({
  library,
  path,
  publicUrl,
}: PageProps & { library: Library; path: string }): ReactElement {
  const { owned, receipts, workspace } = library;
  return (
    <Shell title="Your library" siteName={workspace.name} publicUrl={publicUrl}>
      <p>What you bought from {workspace.name}. The address of this page is yours alone.</p>
      {owned.length === 0 && (
        <p className="notice">Nothing is in it yet. What you buy appears here by itself.</p>
      )}
      <ul className="library-list">
        {owned.map(({ id, label, playbookId, state, note }) => (
          <li key={id}>
            <span>
              <strong>{label}</strong>
              {note && <span className="hint"> {note}</span>}
            </span>
            {state === 'open' && playbookId && (
              <form method="post" action={`${path}/openings`}>
                <button className="button" type="submit" name="playbook" value={playbookId}>
                  Open
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {receipts.length > 0 && (
        <>
          <h2>Receipts</h2>
          <table className="library-receipts">
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">Day</th>
                <th scope="col">What</th>
                <th scope="col" className="number">
                  Paid
                </th>
              </tr>
            </thead>
            <tbody>
              {receipts.map((receipt) => (
                <tr key={receipt.number}>
                  <td>{receipt.number}</td>
                  <td>{receipt.bookedAt.toISOString().slice(0, 10)}</td>
                  <td>
                    {receipt.what}
                    {receipt.isTest && <span className="hint"> test checkout, no money moved</span>}
                  </td>
                  <td className="number">
                    {money(receipt.totalMinor, receipt.currency)}
                    {receipt.refundedMinor > 0 && (
                      <span className="hint">
                        {' '}
                        {money(receipt.refundedMinor, receipt.currency)} given back
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Shell>
  );
}

/** Where somebody who lost their link asks for it; also what stands behind a link that leads nowhere. */
export function AskPage({
  publicUrl,
  workspace,
  isLost,
  problem,
  email = '',
}: PageProps & {
  workspace: string | null;
  isLost?: boolean;
  problem?: string | undefined;
  email?: string;
}): ReactElement {
  return (
    <Shell
      title={isLost ? 'This link opens nothing' : 'Your library'}
      siteName="PlaybookOS"
      publicUrl={publicUrl}
    >
      <p>
        {isLost ? 'It was cut off on its way, or taken back. ' : ''}Write the address you bought with, and the
        link comes by mail.
      </p>
      <form method="post" action="/library" className="field">
        <label htmlFor="library-email">E-mail</label>
        <input
          className="input"
          id="library-email"
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={email}
          {...(problem && { 'aria-invalid': true, 'aria-describedby': 'library-problem' })}
        />
        {problem && (
          <p className="error" id="library-problem" role="alert">
            {problem}
          </p>
        )}
        {workspace && <input type="hidden" name="workspace" value={workspace} />}
        <p>
          <button className="button" type="submit">
            Send me the link
          </button>
        </p>
      </form>
    </Shell>
  );
}

/** The same answer for everybody: it says nothing about who bought here. */
export const AskedPage = ({ publicUrl }: PageProps): ReactElement => (
  <Shell title="Look into your mail" siteName="PlaybookOS" publicUrl={publicUrl}>
    <p>If something was bought with this address, the link is on its way. It can take some minutes.</p>
  </Shell>
);

function Shell({
  title,
  siteName,
  publicUrl,
  children,
}: PageProps & { title: string; siteName: string; children: ReactNode }): ReactElement {
  return (
    <PublicDocument
      lang="en"
      title={title}
      description="What you bought, and its receipts."
      canonical={`${publicUrl}/library`}
      siteName={siteName}
      kind="website"
      noIndex
      styles={[checkoutSheet.url]}
    >
      <main className="page" id="content">
        <h1>{title}</h1>
        {children}
      </main>
    </PublicDocument>
  );
}
