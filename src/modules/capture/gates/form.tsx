import type { ReactElement, ReactNode } from 'react';
import type { GateCopy, Question } from './shapes.ts';

/** What the first page of the gate takes: an address, and apart from it the newsletter. */
export interface EmailFields {
  action: string;
  button: string;
  consentText: string;
  newsletterText: string | null;
  email: string;
  newsletter: boolean;
  /** Instant in milliseconds at which the form was shown. */
  shownAt: number;
  /** What the page's script brought along, handed on when the form is shown again. */
  carried?: string;
  clickId?: string;
  submissionId?: string;
  problem?: string | null;
  /** The address they probably meant, and the one they typed. */
  didYouMean?: { meant: string; typed: string } | null;
  /** The button beside the field instead of below. */
  inline?: boolean;
}

export function EmailForm(fields: EmailFields): ReactElement {
  const {
    action,
    button,
    consentText,
    newsletterText,
    email,
    newsletter,
    shownAt,
    submissionId,
    problem,
    didYouMean,
    inline,
  } = fields;
  const submit = (
    <button className="button" type="submit">
      {button}
    </button>
  );
  const field = (
    <div className="field">
      <label htmlFor="gate-email">Your e-mail</label>
      <input
        className="input"
        id="gate-email"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        required
        maxLength={254}
        defaultValue={email}
        {...(problem && { 'aria-invalid': true, 'aria-describedby': 'gate-problem' })}
      />
    </div>
  );
  return (
    <form method="post" action={action}>
      {problem && (
        <p className="error" id="gate-problem" role="alert">
          {problem}
        </p>
      )}
      {didYouMean && (
        <div className="notice" role="alert">
          <p>
            Did you mean <strong>{didYouMean.meant}</strong>?
          </p>
          <button className="link-button" type="submit" name="use" value={didYouMean.meant}>
            Yes, use {didYouMean.meant}
          </button>
          <input type="hidden" name="keep" value={didYouMean.typed} />
          <p className="hint">“Continue” keeps what you typed.</p>
        </div>
      )}
      {inline ? (
        <div className="gate-row">
          {field}
          {submit}
        </div>
      ) : (
        field
      )}
      {newsletterText && (
        <label className="check">
          <input type="checkbox" name="newsletter" value="yes" defaultChecked={newsletter} />
          <span>
            {newsletterText} <span className="hint">Optional. Leave with one click.</span>
          </span>
        </label>
      )}
      <p className="hint">{consentText}</p>
      <div className="trap" aria-hidden="true">
        <label htmlFor="gate-website">Leave this empty</label>
        <input id="gate-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <input type="hidden" name="carried" defaultValue={fields.carried ?? ''} />
      <input type="hidden" name="c" defaultValue={fields.clickId ?? ''} />
      <input type="hidden" name="t" value={shownAt} />
      {submissionId && <input type="hidden" name="s" value={submissionId} />}
      <input type="hidden" name="q" value="0" />
      {!inline && <div className="actions">{submit}</div>}
    </form>
  );
}

interface BlockProps extends Omit<EmailFields, 'button' | 'inline' | 'email' | 'newsletter'> {
  copy: GateCopy;
}

/** The gate as it stands after its step. */
export function GateBlock({ copy, ...fields }: BlockProps): ReactElement {
  return (
    <section className="gate" id="gate" aria-labelledby="gate-title">
      <h2 id="gate-title">{copy.headline}</h2>
      <p className="gate-why">{copy.promise}</p>
      <EmailForm {...fields} button="Continue" email="" newsletter={false} inline />
    </section>
  );
}

/** What stands where the gate stood, on the day it was passed. */
export function OpenedNotice({ from, to, email }: { from: number; to: number; email: string }): ReactElement {
  return (
    <aside className="notice" aria-label="What opened">
      <p>
        <strong>{from === to ? `Step ${from} is open.` : `Steps ${from} to ${to} are open.`}</strong> We sent
        a link to <strong>{email}</strong>. Open it on any device to go on where you are.
      </p>
    </aside>
  );
}

/** One question with its answers as big targets, or a field to write in. */
export function QuestionFields({ question, value }: { question: Question; value: string }): ReactElement {
  const isWrong = { 'aria-describedby': 'gate-help' };
  if (question.kind === 'text') {
    return (
      <div className="field">
        <h1>
          <label htmlFor="gate-value">{question.text}</label>
        </h1>
        <Help text={question.help} />
        <textarea
          className="input"
          id="gate-value"
          name="value"
          rows={4}
          maxLength={2000}
          defaultValue={value}
          required={question.isRequired}
          {...isWrong}
        />
      </div>
    );
  }
  return (
    <fieldset className="choices" {...isWrong}>
      <legend>
        <h1>{question.text}</h1>
      </legend>
      <Help text={question.help} />
      {question.options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name="value"
            value={option.value}
            defaultChecked={option.value === value}
            required={question.isRequired}
          />
          <span className="choice-key" aria-hidden="true" />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const Help = ({ text }: { text: string }): ReactNode => (
  <p className="gate-why" id="gate-help">
    {text}
  </p>
);
