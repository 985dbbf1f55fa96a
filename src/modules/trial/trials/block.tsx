import type { ReactElement, ReactNode } from 'react';
import type { PublicCitation } from './shapes.ts';
import type { PublicTurn } from './show.ts';

/** Whether this reader may ask, and how often. */
export type Standing =
  | { kind: 'open'; left: number }
  | { kind: 'spent'; left: number }
  | { kind: 'refused'; reason: string };

interface BlockProps {
  expert: string;
  greeting: string;
  /** Who would answer now, as a label. */
  composer: string;
  standing: Standing;
  quota: number;
  /** What was asked on this device, oldest first. */
  turns: PublicTurn[];
  action: string;
  requestKey: string;
  trouble: string | undefined;
  script: string;
}

const TROUBLE: Record<string, string> = {
  empty: 'Write your question first. Nothing was counted.',
  long: 'Keep the question within 500 characters. Nothing was counted.',
  failed: 'The answer failed on our side. Your question was not counted; ask again in a moment.',
  slow: 'Your question is being answered. Load the page again in a moment.',
};

/** The clone as it stands on the page: what it is, what was asked, and the next question. Whole without script. */
export function CloneBlock(props: BlockProps): ReactElement {
  const { expert, greeting, composer, standing, quota, turns, trouble } = props;
  const idea = quota === 1 ? '1 idea' : `${quota} ideas`;
  const problem = trouble && TROUBLE[trouble];
  return (
    <section className="clone" id="clone" aria-labelledby="clone-title">
      <h2 id="clone-title">
        Try {possessive(expert)} AI clone for {idea} – free
      </h2>
      <p className="clone-label">
        Software made from {possessive(expert)} material, not {expert} in person.{' '}
        {composer === 'model'
          ? 'A language model words the answers; each is held against the material.'
          : 'Built-in composer: no model configured. It answers in quotes.'}
      </p>
      {greeting && <p className="clone-why">{greeting}</p>}
      <ol className="clone-turns" aria-label="What you asked" aria-live="polite">
        {turns.map((turn) => (
          <TurnView key={turn.id} turn={turn} />
        ))}
      </ol>
      {standing.kind === 'refused' ? (
        <Refused expert={expert} reason={standing.reason} />
      ) : (
        <AskForm {...props} left={standing.left} problem={problem || null} />
      )}
      <script type="module" src={props.script} />
    </section>
  );
}

function AskForm({
  action,
  requestKey,
  left,
  quota,
  composer,
  problem,
}: BlockProps & { left: number; problem: string | null }): ReactElement {
  const isOver = left <= 0;
  return (
    <form method="post" action={action} data-stream={composer === 'model' ? '' : undefined}>
      {problem && (
        <p className="error" role="alert" id="clone-problem">
          {problem}
        </p>
      )}
      {!isOver && (
        <>
          <div className="field">
            <label htmlFor="clone-question">Your question</label>
            <textarea
              className="input"
              id="clone-question"
              name="question"
              rows={2}
              required
              maxLength={500}
              aria-describedby="clone-left"
            />
          </div>
          <input type="hidden" name="k" value={requestKey} />
        </>
      )}
      <div className="clone-send">
        {!isOver && (
          <button className="button" type="submit">
            Ask
          </button>
        )}
        <p className="hint" id="clone-left" role="status">
          {leftSentence(left, quota)}
        </p>
      </div>
    </form>
  );
}

/** How many questions are left, in words. Each counts, also one that the material cannot answer. */
export function leftSentence(left: number, quota: number): string {
  if (left <= 0) return `All ${quota} free questions are asked. The answers stay here.`;
  return `${left} of ${quota} free ${quota === 1 ? 'question' : 'questions'} left. Each counts, also one the material cannot answer.`;
}

function Refused({ expert, reason }: { expert: string; reason: string }): ReactElement {
  const because = reason.replace(/^May not try the clone yet:?\s*/, '').replace(/\.$/, '');
  return (
    <p className="notice">
      The free trial is not open to you yet{because ? <>: {because}</> : null}. Who may ask is decided by the
      answers at the gate. The playbook stays open to you in full, and {possessive(expert)} steps need no
      clone.
    </p>
  );
}

/** One question with its answer and what it rests on. */
function TurnView({ turn }: { turn: PublicTurn }): ReactElement {
  return (
    <li className="clone-turn" data-state={turn.state}>
      <p className="clone-question">{turn.question}</p>
      {turn.answer ? (
        <>
          <p className="clone-answer">{withMarks(turn)}</p>
          {turn.state === 'not_in_material' ? (
            <Nearest citation={turn.citations[0]} />
          ) : (
            <ol className="clone-cites">
              {turn.citations.map((citation, index) => (
                <li
                  key={`${citation.passageId ?? citation.stepId}-${citation.quote}`}
                  id={`${turn.id}-${index + 1}`}
                >
                  <Where citation={citation} />
                  <q>{citation.quote}</q>
                </li>
              ))}
            </ol>
          )}
          <p className="clone-by">{byWhom(turn)}</p>
        </>
      ) : (
        <p className="clone-answer">{PENDING[turn.state] ?? PENDING.failed}</p>
      )}
    </li>
  );
}

const PENDING: Record<string, string> = {
  reserved: 'Being answered. Load the page again in a moment.',
  failed: 'This answer failed on our side and was not counted.',
};

const byWhom = ({ composer, state }: PublicTurn): string =>
  state === 'not_in_material'
    ? 'Nothing was made up.'
    : composer.startsWith('model')
      ? `Worded by a language model (${composer.replace(/^model:\s*/, '')}), each quote checked letter for letter.`
      : composer === 'built-in composer'
        ? 'Put together by the built-in composer from the words of the material.'
        : 'In the words of the expert.';

const Nearest = ({ citation }: { citation: PublicCitation | undefined }): ReactNode =>
  citation?.href ? (
    <p className="clone-near">
      <a href={citation.href}>Open step {citation.stepPosition}</a>
    </p>
  ) : null;

const Where = ({ citation }: { citation: PublicCitation }): ReactElement => (
  <span>
    {citation.href ? (
      <a href={citation.href}>
        Step {citation.stepPosition}, {citation.stepTitle}
      </a>
    ) : (
      <b>{citation.sourceTitle ?? 'The expert’s own correction'}</b>
    )}
    {citation.href && citation.sourceTitle ? `, from “${citation.sourceTitle}”` : ''}
  </span>
);

/** The answer with its `[n]` as links to what stands behind them. */
function withMarks({ id, answer, citations }: PublicTurn): ReactNode[] {
  return (answer ?? '').split(/(\[\d{1,2}\])/).map((part, index) => {
    const number = Number(/^\[(\d+)\]$/.exec(part)?.[1]);
    if (!number || number > citations.length) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a kept answer never move
      <sup key={index}>
        <a className="cite" href={`#${id}-${number}`} aria-label={`What this rests on, ${number}`}>
          {number}
        </a>
      </sup>
    );
  });
}

function possessive(name: string): string {
  return `${name}’${/s$/i.test(name) ? '' : 's'}`;
}
