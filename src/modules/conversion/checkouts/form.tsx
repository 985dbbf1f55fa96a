import type { ReactElement } from 'react';
import { COUNTRIES } from './countries.ts';
import type { CheckoutView } from './service.ts';

/** What the buyer fills in; works without script, with nothing ticked for them. */
export function Form({
  view,
  path,
  problems,
  sum,
  seller,
}: {
  view: CheckoutView;
  path: string;
  problems: Record<string, string>;
  sum: string;
  seller: string;
}): ReactElement {
  const isTest = view.provider === 'test';
  const failure = problems.card ?? (view.failure ? `${view.failure} Nothing was charged.` : undefined);
  const top = problems.provider ?? failure;
  return (
    <form method="post" action={path}>
      {isTest && (
        <p className="notice stand-in checkout-test">
          <strong>Test checkout.</strong> No card is charged and no money moves. Everything after the payment
          runs as it would. Never type a real card: 4242 4242 4242 4242 pays.
        </p>
      )}
      {top && (
        <p className="error error-summary" role="alert" id="checkout-problem">
          {top}
        </p>
      )}
      {view.state === 'expired' && view.waitReason && <p className="notice">{view.waitReason}</p>}
      <Field
        name="email"
        label="E-mail"
        type="email"
        autoComplete="email"
        required
        value={view.email}
        problem={problems.email}
        hint={view.isKnown && view.email ? 'from your playbook' : undefined}
      />
      {isTest && <Card problem={problems.card} />}
      <Field name="name" label={isTest ? 'Name on the card' : 'Name'} autoComplete="name" value={view.name} />
      <Field name="company" label="Company" autoComplete="organization" value={view.company} optional />
      <div className="checkout-pair">
        <div className="field">
          <label htmlFor="checkout-country">Country</label>
          <select
            className="input"
            id="checkout-country"
            name="country"
            autoComplete="country"
            defaultValue={view.country}
          >
            <option value="">Choose</option>
            {COUNTRIES.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field name="taxId" label="VAT number" value={view.taxId} optional />
      </div>
      <label className="check">
        <input type="checkbox" name="deliver" value="yes" />
        <span>
          Deliver at once. I know that my right to cancel without a reason ends with delivery
          {view.offer.guarantee ? '; the promise beside the price stays' : ''}.{' '}
          <span className="hint">Optional: without the tick the right stays.</span>
        </span>
      </label>
      <button className="button checkout-pay" type="submit">
        {isTest ? `Pay ${sum}` : `Go to Stripe and pay ${sum}`}
      </button>
      <p className="hint">
        Sold by {view.workspace.name}.
        {view.sharePercent !== null && ` ${view.sharePercent}% goes to ${seller}.`}
        {view.offer.termsUrl && (
          <>
            {' '}
            <a href={view.offer.termsUrl}>Terms</a>
          </>
        )}
      </p>
    </form>
  );
}

function Card({ problem }: { problem: string | undefined }): ReactElement {
  const wrong = problem ? { 'aria-invalid': true, 'aria-describedby': 'checkout-problem' } : {};
  return (
    <fieldset className="field checkout-card">
      <legend>Card</legend>
      <input
        className="input"
        name="card"
        aria-label="Number of the card"
        inputMode="numeric"
        autoComplete="off"
        placeholder="4242 4242 4242 4242"
        maxLength={40}
        required
        {...wrong}
      />
      <input
        className="input"
        name="expires"
        aria-label="Month and year it is good until"
        autoComplete="off"
        placeholder="MM / YY"
        maxLength={9}
      />
      <input
        className="input"
        name="code"
        aria-label="Security code"
        inputMode="numeric"
        autoComplete="off"
        placeholder="Security code"
        maxLength={4}
      />
    </fieldset>
  );
}

function Field({
  name,
  label,
  value,
  type = 'text',
  autoComplete = 'off',
  required,
  optional,
  problem,
  hint,
}: {
  name: string;
  label: string;
  value: string;
  type?: string;
  autoComplete?: string;
  required?: boolean;
  optional?: boolean;
  problem?: string | undefined;
  hint?: string | undefined;
}): ReactElement {
  const id = `checkout-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {hint && <span className="hint">{hint}</span>}
      </label>
      <input
        className="input"
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={value}
        maxLength={name === 'email' ? 254 : 200}
        required={required}
        placeholder={optional ? 'Optional' : undefined}
        {...(problem && { 'aria-invalid': true, 'aria-describedby': `${id}-problem` })}
      />
      {problem && (
        <p className="error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
