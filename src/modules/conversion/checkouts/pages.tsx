import type { ReactElement, ReactNode } from 'react';
import { PublicDocument } from '#kernel/pages';
import { money } from '../money.ts';
import { Form } from './form.tsx';
import type { CheckoutView } from './service.ts';
import { checkoutSheet } from './sheet.ts';

interface PageProps {
  view: CheckoutView;
  /** Path of the checkout, without anything after the token. */
  path: string;
  publicUrl: string;
}

/** The page of a checkout: what you get left, the form right; without script; no box ticked for the buyer. */
export function CheckoutPage({
  view,
  path,
  publicUrl,
  problems = {},
}: PageProps & { problems?: Record<string, string> }): ReactElement {
  const sum = money(view.amountMinor, view.currency);
  const seller = view.expertName ?? view.workspace.name;
  return (
    <Shell title={`${view.offer.name} · ${sum}`} view={view} path={path} publicUrl={publicUrl}>
      <main className="checkout" id="content">
        <section className="checkout-what" aria-label="What you get">
          <p className="checkout-who">{seller}</p>
          <details className="checkout-fold">
            <summary>
              <h1>{view.offer.name}</h1>
              <span>{sum}</span>
            </summary>
            <What view={view} sum={sum} />
          </details>
          <div className="checkout-open">
            <h1>
              <span className="checkout-name">{view.offer.name}</span>
              <span className="checkout-sum">{sum}</span>
            </h1>
            <What view={view} sum={sum} />
          </div>
        </section>
        <section className="checkout-form" aria-label="Pay">
          <Form view={view} path={path} problems={problems} sum={sum} seller={seller} />
        </section>
      </main>
    </Shell>
  );
}

function What({ view, sum }: { view: CheckoutView; sum: string }): ReactElement {
  const { contents, guarantee, headline } = view.offer;
  return (
    <>
      {headline && <p className="checkout-headline">{headline}</p>}
      <ul className="checkout-contents">
        {contents.map(({ text, detail }) => (
          <li key={text}>
            <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 8.5 6.5 12 13 4.5" />
            </svg>
            <span>
              {text}
              {detail && <span className="hint"> {detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      <dl className="checkout-lines">
        <div>
          <dt>{view.offer.name}</dt>
          <dd>{sum}</dd>
        </div>
        <div className="checkout-total">
          <dt>To pay today</dt>
          <dd>{sum}</dd>
        </div>
      </dl>
      <p className="hint">Taxes are part of the price. Paid once; nothing renews by itself.</p>
      {guarantee && <p className="checkout-promise">{guarantee}</p>}
    </>
  );
}

/** What became of the payment. */
export function DonePage({ view, path, publicUrl }: PageProps): ReactElement {
  const sum = money(view.amountMinor, view.currency);
  if (view.state === 'completed')
    return (
      <Answer title="Paid. It is yours" view={view} path={path} publicUrl={publicUrl}>
        <p>
          {view.offer.name}, {sum}
          {view.orderNumber !== null && `, receipt ${view.orderNumber}`}. The mail to {view.email} opens your
          library; it comes within some minutes.
        </p>
        {view.provider === 'test' && (
          <p className="notice stand-in">This was a test checkout: no card was charged and no money moved.</p>
        )}
        <p>
          <a href={`/library?workspace=${view.workspace.slug}`}>No mail? Ask for the link again</a>
        </p>
      </Answer>
    );
  if (view.isAsking)
    return (
      <Answer title="Your bank asks: is it you?" view={view} path={path} publicUrl={publicUrl}>
        <p className="notice stand-in">
          <strong>Test bank.</strong> Here your bank’s page would stand. Say what you would say there.
        </p>
        <p>
          {sum} to {view.workspace.name}, for {view.offer.name}.
        </p>
        <form method="post" action={`${path}/bank`} className="checkout-bank">
          <button className="button" type="submit" name="answer" value="yes">
            Yes, pay {sum}
          </button>
          <button className="button button-quiet" type="submit" name="answer" value="no">
            No, I did not ask for this
          </button>
        </form>
      </Answer>
    );
  return (
    <Answer title="We are asking the bank" view={view} path={path} publicUrl={publicUrl}>
      <p role="status">
        {view.waitReason ?? 'The payment is under way.'} The mail to {view.email} comes within ten minutes.
        Paying again is blocked until then.
      </p>
      <p>
        This page looks again by itself. <a href={`${path}/done`}>Look now</a>
      </p>
      {view.provider === 'stripe' && (
        <p>
          <a href={path}>Not paid yet? Go back to paying</a>
        </p>
      )}
    </Answer>
  );
}

/** The page of a link that we never made, or took back. */
export const NoCheckoutPage = ({ publicUrl }: { publicUrl: string }): ReactElement => (
  <PublicDocument
    lang="en"
    title="This link leads nowhere"
    description="A checkout that is not here."
    canonical={`${publicUrl}/checkout`}
    siteName="PlaybookOS"
    kind="website"
    noIndex
  >
    <main className="page" id="content">
      <h1>This link leads nowhere</h1>
      <p>
        It may have been cut off on its way. Open the newest mail, or the page you came from, and try again.
      </p>
    </main>
  </PublicDocument>
);

const Answer = ({
  title,
  children,
  ...frame
}: PageProps & { title: string; children: ReactNode }): ReactElement => (
  <Shell title={title} {...frame}>
    <main className="page" id="content">
      <h1>{title}</h1>
      {children}
    </main>
  </Shell>
);

function Shell({
  title,
  view,
  path,
  publicUrl,
  children,
}: PageProps & { title: string; children: ReactNode }): ReactElement {
  return (
    <PublicDocument
      lang="en"
      title={title}
      description={`${view.offer.name} by ${view.expertName ?? view.workspace.name}.`}
      canonical={`${publicUrl}${path}`}
      siteName={view.workspace.name}
      kind="website"
      noIndex
      styles={[checkoutSheet.url]}
      bodyClass="checkout-page"
    >
      {children}
    </PublicDocument>
  );
}
