import { Fragment, type ReactNode } from 'react';
import { Marked, MarkNumber } from '../../../ui/marks.tsx';
import type { Variant } from '../words.ts';

type Mail = Variant['mails'][number];
const field = /\{\{\s*([a-z_][a-z0-9_]*)\s*(?:\|([^{}]*))?\}\}/gi;

/** A mail's words: what rests on the site in yellow with its number, what is filled in for each person tinted. */
export function MailText({
  mail,
  numberOf,
}: {
  mail: Mail;
  numberOf: (claimId: string) => number | undefined;
}) {
  const spans = mail.claims
    .filter((claim) => claim.claimId !== null)
    .toSorted((one, other) => one.start - other.start);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    pieces.push(<Filled key={`text-${at}`} text={mail.body.slice(at, span.start)} />);
    const number = span.claimId ? numberOf(span.claimId) : undefined;
    pieces.push(
      <Fragment key={`claim-${span.start}`}>
        <Marked>{mail.body.slice(span.start, span.end)}</Marked>
        {number === undefined ? null : (
          <>
            {' '}
            <MarkNumber>{number}</MarkNumber>
          </>
        )}
      </Fragment>,
    );
    at = span.end;
  }
  pieces.push(<Filled key={`text-${at}`} text={mail.body.slice(at)} />);
  return <div className="whitespace-pre-line break-words">{pieces}</div>;
}

/** Text with its merge fields shown as what stands in for them. */
export function Filled({ text }: { text: string }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(field)) {
    pieces.push(text.slice(at, match.index));
    pieces.push(
      <span key={match.index} className="rounded-1 bg-accent-soft px-1 font-medium text-accent-text">
        {match[2]?.trim() || (match[1] ?? '').replaceAll('_', ' ')}
      </span>,
    );
    at = match.index + match[0].length;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
