import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, Clock, OctagonMinus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { read } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { Avatar, Chip, StandIn } from '../../ui/chip.tsx';
import { Select, Textarea } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Details, Section } from '../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment, plural } from '../../ui/words.ts';
import { replyKind, type ThreadRecord } from './words.ts';

type Entry = ThreadRecord['entries'][number];

/** One conversation: every mail of both sides, the answer, the person. */
export function ThreadView({ id }: { id: string }) {
  const { can } = useWorkspace();
  const found = useQuery(read('/api/v1/threads/{id}', { params: { path: { id } } }));
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const mayWrite = can('inbox.write');
  const set = useAct({
    run: (body: object) => send<ThreadRecord>('PATCH', `/api/v1/threads/${id}`, { body }),
    changes: ['threads'],
  });
  const answer = useAct({
    run: () =>
      send<ThreadRecord>('POST', `/api/v1/threads/${id}/messages`, { body: { text }, headers: repeatable() }),
    changes: ['threads', 'stand-ins'],
    says: () => 'It leaves now, in the same thread',
    onError: () => undefined,
    onDone: () => setText(''),
  });
  const isDone = found.data?.state === 'done';
  const toggleDone = () => set.mutate({ state: isDone ? 'open' : 'done' });
  const snooze = () => set.mutate({ snoozedUntil: tomorrow() });
  useKeys(
    mayWrite
      ? [
          { key: 'r', label: 'Reply', group: 'Inbox', run: () => field.current?.focus() },
          { key: 'e', label: isDone ? 'Open again' : 'Done', group: 'Inbox', run: toggleDone },
          { key: 'h', label: 'Snooze until tomorrow', group: 'Inbox', run: snooze },
        ]
      : [],
  );
  if (found.error)
    return (
      <div className="p-6">
        <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!found.data) return <Skeleton rows={8} className="flex-1 p-6" />;
  const thread = found.data;
  const from = thread.mailbox?.email;
  return (
    <>
      <article
        aria-label={thread.subject}
        className="scroll-sheet flex min-w-0 flex-1 flex-col tablet:overflow-y-auto"
      >
        <header className="flex flex-wrap items-start justify-between gap-3 border-line border-b px-gutter py-4 max-phone:px-4">
          <div className="min-w-0">
            <h2 className="font-strong text-lg">{thread.subject || 'No subject'}</h2>
            <p className="text-ink-2 text-xs">
              {thread.campaign ? thread.campaign.name : 'Belongs to nobody we wrote to'}
            </p>
          </div>
          {mayWrite ? (
            <div className="flex gap-2">
              <Button icon={<Clock />} onClick={snooze}>
                Snooze
              </Button>
              <Button icon={<Check />} onClick={toggleDone}>
                {isDone ? 'Open again' : 'Done'}
              </Button>
            </div>
          ) : null}
        </header>
        {thread.entries.map((entry) => (
          <EntryView
            key={entry.id}
            entry={entry}
            name={thread.name ?? thread.email}
            onKind={mayWrite ? (kind) => set.mutate({ kind }) : undefined}
          />
        ))}
        {thread.prospect?.stoppedReason ? (
          <p className="flex items-center gap-2 border-line border-b px-gutter py-2.5 text-ink-2 text-xs max-phone:px-4">
            <OctagonMinus className="size-3.5" aria-hidden />
            The sequence to this person has stopped: {thread.prospect.stoppedReason}
          </p>
        ) : null}
        {mayWrite ? (
          <form
            className="m-gutter rounded-3 border border-line-control max-phone:m-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== '') answer.mutate(undefined);
            }}
          >
            <p className="border-line border-b px-3.5 py-2 text-xs">
              <span className="text-ink-2">From</span> {from ?? 'a mailbox of this workspace'}
            </p>
            <Textarea
              ref={field}
              aria-label="Your answer"
              rows={5}
              className="border-0! bg-transparent"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text.trim() !== '')
                  answer.mutate(undefined);
              }}
            />
            {answer.error ? (
              <div className="px-3.5 pb-2">
                <ErrorBlock error={answer.error} safe="Your words are still here." />
              </div>
            ) : null}
            <div className="flex items-center justify-end gap-3 border-line border-t px-3.5 py-2">
              <span className="min-w-0 flex-1 truncate text-ink-2 text-xs">
                In the same thread, leaves at once
              </span>
              <Button
                type="submit"
                look="primary"
                busy={answer.isPending && 'Sending'}
                blocked={text.trim() === '' ? 'Write something first' : false}
              >
                Send <Kbd keys="⌘↵" inverse />
              </Button>
            </div>
          </form>
        ) : null}
      </article>
      <Person thread={thread} />
    </>
  );
}

function EntryView({
  entry,
  name,
  onKind,
}: {
  entry: Entry;
  name: string;
  onKind?: ((kind: string) => void) | undefined;
}) {
  const [whole, setWhole] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const isOurs = entry.direction === 'out';
  const quoted =
    entry.fullText && entry.fullText !== entry.text
      ? entry.fullText.split('\n').length - entry.text.split('\n').length
      : 0;
  return (
    <article
      aria-label={isOurs ? 'Our mail' : 'Their answer'}
      className={`border-line border-b px-gutter py-4 max-phone:px-4 ${isOurs ? 'bg-canvas' : ''}`}
    >
      <header className="mb-1.5 flex flex-wrap items-center gap-2">
        <Avatar name={isOurs ? (entry.fromName ?? entry.from) : name} you={isOurs} />
        <strong className="font-strong">
          {isOurs ? (entry.fromName ?? entry.from) : (entry.fromName ?? entry.from)}
        </strong>
        {!isOurs && entry.matchedBy === 'company' ? (
          <span className="text-ink-2 text-xs">matched by company</span>
        ) : null}
        {entry.isStandIn ? <StandIn>{isOurs ? 'caught, not sent' : 'written in the catcher'}</StandIn> : null}
        {isOurs && entry.state !== 'sent' ? <Chip tone="wait">{entry.reason ?? entry.state}</Chip> : null}
        <span className="flex-1" />
        {entry.kind ? (
          <>
            <Chip tone={replyKind[entry.kind].tone}>
              {replyKind[entry.kind].words}
              {entry.certainty && entry.certainty < 1 ? ` ${entry.certainty.toFixed(2)}` : ''}
            </Chip>
            {onKind ? (
              <TextButton className="text-xs" onClick={() => setCorrecting(!correcting)}>
                Not right?
              </TextButton>
            ) : null}
          </>
        ) : null}
        <span className="figures text-ink-3 text-xs">{moment(entry.at)}</span>
      </header>
      {correcting && onKind ? (
        <div className="mb-2 flex items-center gap-3 text-xs">
          <span className="text-ink-2">{entry.reasons.join(', ')}.</span>
          <Select
            aria-label="What it wants"
            height="sm"
            value={entry.kind ?? ''}
            onChange={(event) => {
              onKind(event.target.value);
              setCorrecting(false);
            }}
          >
            {Object.entries(replyKind).map(([id, { words }]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      <pre className="whitespace-pre-wrap break-words font-sans">
        {(whole ? entry.fullText : entry.text)?.replaceAll('{{unsubscribe_url}}', '(their own link)')}
      </pre>
      {quoted > 0 ? (
        <TextButton className="mt-1 text-xs" onClick={() => setWhole(!whole)}>
          {whole ? 'Hide quoted text' : `Show quoted text, ${plural(quoted, 'line')}`}
        </TextButton>
      ) : null}
    </article>
  );
}

function Person({ thread }: { thread: ThreadRecord }) {
  const { paths } = useWorkspace();
  const { prospect } = thread;
  return (
    <aside
      aria-label="The person"
      className="w-72 shrink-0 overflow-y-auto border-line border-l bg-sunken px-5 py-5 max-wide:hidden"
    >
      <div className="mb-4 flex items-center gap-3">
        <Avatar name={prospect?.name ?? thread.name ?? thread.email} size="lg" />
        <div className="min-w-0">
          <p className="truncate font-strong">{prospect?.name ?? thread.name ?? thread.email}</p>
          <p className="truncate text-ink-2 text-xs">{thread.email}</p>
        </div>
      </div>
      <Section title="Known">
        <Details
          width="5.5rem"
          items={[
            { label: 'Company', value: prospect?.company ?? '–' },
            { label: 'Job', value: prospect?.jobTitle ?? '–' },
            { label: 'Website', value: prospect?.website ?? '–' },
          ]}
        />
      </Section>
      {thread.campaign ? (
        <Section title="Campaign">
          <Link to={paths.campaign(thread.campaign.id)} className="opens-rows rounded-1">
            {thread.campaign.name}
          </Link>
        </Section>
      ) : null}
      <Section title="Will happen next">
        <p className="text-ink-2 text-xs">
          {prospect?.stoppedReason
            ? 'Nothing is planned for this person.'
            : prospect
              ? 'The sequence goes on.'
              : 'Nothing is planned.'}
        </p>
      </Section>
    </aside>
  );
}

/** Nine o'clock tomorrow, here. */
function tomorrow(): string {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0, 0, 0);
  return at.toISOString();
}
