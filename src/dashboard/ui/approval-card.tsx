import { clsx } from 'clsx';
import { type ReactNode, useState } from 'react';
import { useKeys } from '../shell/keyboard.ts';
import { Button } from './button.tsx';
import { Kbd } from './kbd.tsx';

interface ApprovalCardProps {
  icon?: ReactNode;
  /** "Send mail · proposed 07:00" */
  kind: ReactNode;
  /** What, to whom: "Send 9 follow-ups from marit@…". */
  title: ReactNode;
  /** The real text. */
  text?: ReactNode;
  textNote?: ReactNode;
  /** When it leaves, why it asks, what can be undone until when. */
  facts: ReactNode;
  count?: number;
  busy?: string | false;
  blocked?: string | false;
  onApprove: () => void;
  onEdit?: () => void;
  /** Asks for a reason in one tap; the reason teaches. */
  onDecline: (reason: string) => void;
  reasons?: string[];
  /** `A E D` act on this card. Only for the first one on a page. */
  keys?: boolean;
  primary?: boolean;
}

const usualReasons = ['Wrong people', 'Wrong words', 'Wrong time', 'Not this at all'];

/** The machine asks in the open: what it will do, the real text, when, why it asks, what can be undone. */
export function ApprovalCard(props: ApprovalCardProps) {
  const {
    icon,
    kind,
    title,
    text,
    textNote,
    facts,
    count,
    busy,
    blocked,
    onApprove,
    onEdit,
    onDecline,
    keys,
    primary = true,
  } = props;
  const [asking, setAsking] = useState(false);
  useKeys(
    keys
      ? [
          {
            key: 'a',
            label: 'Approve',
            group: 'Waiting for you',
            run: () => !blocked && !busy && onApprove(),
          },
          ...(onEdit ? [{ key: 'e', label: 'Edit', group: 'Waiting for you', run: onEdit }] : []),
          { key: 'd', label: 'Decline', group: 'Waiting for you', run: () => setAsking(true) },
        ]
      : [],
  );
  return (
    <article className="rounded-3 border border-line bg-raised p-3.5">
      <p className="flex items-center gap-2 text-ink-2 text-xs [&_.lucide]:size-3.5">
        {icon} {kind}
      </p>
      <h3 className="mt-2 font-strong text-sm">{title}</h3>
      {text ? (
        <blockquote className="mt-2.5 border-line-strong border-l-2 pl-3">
          <div>{text}</div>
          {textNote ? <p className="mt-1 text-ink-3 text-xs">{textNote}</p> : null}
        </blockquote>
      ) : null}
      <div className="mt-2.5 text-ink-2 text-xs">{facts}</div>
      {asking ? (
        <fieldset className="mt-2.5">
          <legend className="mb-1.5 font-medium text-xs">Why not? One tap; it learns from this.</legend>
          <div className="flex flex-wrap gap-1.5">
            {(props.reasons ?? usualReasons).map((reason) => (
              <Button key={reason} size="sm" onClick={() => onDecline(reason)}>
                {reason}
              </Button>
            ))}
            <Button size="sm" look="quiet" onClick={() => setAsking(false)}>
              Back
            </Button>
          </div>
        </fieldset>
      ) : (
        <div className="mt-2.5 flex items-center gap-2">
          <Button
            look={primary ? 'primary' : 'secondary'}
            size="sm"
            className={clsx('max-phone:flex-1')}
            onClick={onApprove}
            busy={busy}
            blocked={blocked}
          >
            Approve{count === undefined ? '' : ` ${count}`}
          </Button>
          {onEdit ? (
            <Button size="sm" onClick={onEdit}>
              Edit
            </Button>
          ) : null}
          <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
            Decline
          </Button>
          {keys ? <Kbd keys={onEdit ? 'A E D' : 'A D'} className="ml-auto max-phone:hidden" /> : null}
        </div>
      )}
    </article>
  );
}
