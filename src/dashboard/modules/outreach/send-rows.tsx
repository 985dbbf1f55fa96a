import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { readPages, rowsOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { WaitReason } from '../../ui/waiting.tsx';
import { clockTime, longDay, moment, plural } from '../../ui/words.ts';
import { type PlannedSend, sendState } from './words.ts';

interface SendRowsProps {
  campaign?: string | undefined;
  state?: string | undefined;
  from?: string | undefined;
}

/** Planned and sent mails by day, each with why it waits. */
export function SendRows({ campaign, state, from }: SendRowsProps) {
  const found = useInfiniteQuery(
    readPages<PlannedSend>('/api/v1/sends', { campaign, state, from, limit: 100 }),
  );
  const rows = rowsOf(found.data);
  if (found.error && rows.length === 0)
    return (
      <div className="px-5 py-6">
        <ErrorBlock error={found.error} safe="Sending goes on." onRetry={() => void found.refetch()} />
      </div>
    );
  if (found.isLoading) return <Skeleton rows={8} className="px-gutter py-4" />;
  if (rows.length === 0)
    return (
      <div className="px-gutter py-5">
        <EmptyState title="Nothing planned">A campaign plans all its mails when it is launched.</EmptyState>
      </div>
    );
  const days = [...Map.groupBy(rows, (row) => dayOf(row.at))];
  return (
    <div className="px-gutter py-3 max-phone:px-4">
      {days.map(([day, mails]) => (
        <section key={day} aria-label={longDay(mails[0]?.at ?? day)} className="mb-4">
          <h2 className="flex items-baseline justify-between gap-3 border-line-strong border-b py-1.5">
            <span className="font-strong">{longDay(mails[0]?.at ?? day)}</span>
            <span className="text-ink-2 text-xs">
              {plural(mails.length, 'mail')}
              {boxesOf(mails)}
            </span>
          </h2>
          <ul>
            {mails.map((mail) => (
              <li
                key={mail.id}
                className="grid grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,1fr)_11rem] items-center gap-x-4 border-line border-b py-1.5 max-tablet:grid-cols-[3.5rem_minmax(0,1fr)_auto]"
              >
                <span className="figures text-ink-2">{clockTime(mail.at)}</span>
                <span className="min-w-0 truncate font-medium">{mail.email}</span>
                <span className="min-w-0 truncate text-ink-2 text-xs max-tablet:hidden">
                  {[
                    mail.variant,
                    mail.position === 1 ? 'first mail' : `mail ${mail.position}`,
                    campaign ? null : mail.campaign.name,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                <span className="min-w-0 justify-self-end">
                  <SendMark mail={mail} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.hasNextPage ? (
        <Button
          look="quiet"
          busy={found.isFetchingNextPage && 'Loading'}
          onClick={() => void found.fetchNextPage()}
        >
          Show later ones
        </Button>
      ) : null}
    </div>
  );
}

const waits: Record<string, string> = {
  scheduled: 'Its time comes',
  after_previous: 'After the mail before',
  outside_window: 'Window is shut',
  daily_cap: 'Daily cap reached',
  gap: 'Gap between mails',
  mailbox: 'Mailbox is not sending',
  stand_in: 'Needs a real mailbox',
  paused: 'Campaign is paused',
  away: 'They are away',
  fields: 'A field is missing',
};

function SendMark({ mail }: { mail: PlannedSend }) {
  if (mail.waitReason && (mail.state === 'planned' || mail.state === 'held'))
    return (
      <WaitReason plain words={waits[mail.waitCode ?? ''] ?? 'Waits'} cause={mail.waitReason}>
        {mail.movesAt ? `It moves ${moment(mail.movesAt)}.` : 'Nothing moves it by itself.'}
      </WaitReason>
    );
  const said = mail.problem ?? mail.waitReason;
  return (
    <StateMark tone={sendState[mail.state].tone}>
      {sendState[mail.state].words}
      {said ? <Fragment>: {said}</Fragment> : null}
    </StateMark>
  );
}

const dayOf = (at: string) => new Date(at).toDateString();

function boxesOf(mails: PlannedSend[]): string {
  const boxes = [...Map.groupBy(mails, (mail) => mail.mailbox ?? '')].filter(([name]) => name !== '');
  return boxes.length > 0 ? `, ${boxes.map(([name, own]) => `${own.length} from ${name}`).join(', ')}` : '';
}
