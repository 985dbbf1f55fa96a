import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { hasStatus } from '../../api/problems.ts';
import { keysOf, read, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { useMedia } from '../creation/use-media.ts';
import { MessageView } from './ask-answer.tsx';
import { BarActions, Conversations } from './ask-bar.tsx';
import { Composer } from './ask-composer.tsx';
import { AskRows } from './ask-rows.tsx';
import { type Message, readRowsAddress, rowsAddress } from './ask-words.ts';

type Conversation = Shape<'Conversation'>;
type Exchange = Shape<'ConversationExchange'>;

const CLOSED = 'none';

/** Ask the data, order work: the conversation, and the rows of a number beside it. */
export function AskPage() {
  const { can } = useWorkspace();
  if (!can('conversations.read')) return <NoPermissionPage what="Ask the CEO" needs="conversations.read" />;
  return <Ask />;
}

function Ask() {
  const { paths, can } = useWorkspace();
  const { conversation: named } = useParams({ strict: false }) as { conversation?: string };
  const [isNew] = useUrlState('new');
  const [rows, setRows] = useUrlState('opened');
  const navigate = useNavigate();
  const list = useInfiniteQuery(readPages<Conversation>('/api/v1/conversations', { limit: 30 }));
  const known = rowsOf(list.data);
  const id = named ?? (isNew ? undefined : known[0]?.id);
  const found = useQuery({
    ...read('/api/v1/conversations/{id}', { params: { path: { id: id ?? '' } } }),
    enabled: id !== undefined,
  });
  const messages = id ? (found.data?.messages ?? []) : [];
  const { ask, asked, failed } = useAsking(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const isWide = useMedia('(width >= 1280px)');
  const last = messages.findLast(({ answer }) => (answer?.rowCount ?? 0) > 0);
  const asksFor = readRowsAddress(rows);
  const chosen = asksFor ? messages.find((message) => message.id === asksFor.message) : undefined;
  const beside =
    asksFor && chosen
      ? { message: chosen, query: asksFor.query }
      : isWide && rows !== CLOSED && last
        ? { message: last, query: 'part=now' }
        : undefined;
  const close = () => setRows(isWide ? CLOSED : undefined);
  const start = () => {
    void navigate({ to: paths.ask, search: { new: 'yes' } as never });
    field.current?.focus();
  };
  useKeys([
    {
      key: 'r',
      label: 'Rows of the last number',
      group: 'This page',
      run: () => (beside ? close() : last && setRows(rowsAddress(last.id, 'part=now'))),
    },
    { key: 'n', label: 'New conversation', group: 'This page', run: start },
    {
      key: 'i',
      label: 'Write a question',
      group: 'This page',
      run: (event) => {
        event.preventDefault();
        field.current?.focus();
      },
    },
  ]);
  const isEmpty =
    (id === undefined && !list.isPending) || (found.data !== undefined && messages.length === 0);
  return (
    <Page
      title="Ask the CEO"
      note={<Conversations known={known} shown={id} hasMore={list.hasNextPage} onNew={start} />}
      actions={<BarActions />}
    >
      <div className="flex h-full min-h-0 max-tablet:min-h-[calc(100dvh-8.5rem)]">
        <section aria-label="Conversation" className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div className="scroll-sheet min-h-0 flex-1 tablet:overflow-y-auto">
            <div className="px-gutter py-5 max-phone:px-4">
              <div className="mx-auto w-full max-w-170">
                {found.error && id ? (
                  hasStatus(found.error, 404) || hasStatus(found.error, 422) ? (
                    <EmptyState
                      title="There is no such conversation"
                      actions={<Button onClick={start}>Begin one</Button>}
                    >
                      Conversations belong to whoever began them.
                    </EmptyState>
                  ) : (
                    <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
                  )
                ) : isEmpty && !asked ? (
                  <Suggestions onAsk={(question) => ask(question)} mayAsk={can('conversations.write')} />
                ) : id && found.isPending ? (
                  <Skeleton rows={5} note="Loading the conversation" />
                ) : (
                  <Messages messages={messages} asked={asked} failed={failed} />
                )}
              </div>
            </div>
          </div>
          <div className="sticky bottom-0 bg-surface px-gutter pt-2 pb-4 max-phone:px-4 max-phone:pb-3">
            <div className="mx-auto w-full max-w-170">
              <Composer
                field={field}
                onAsk={ask}
                busy={asked !== undefined && !failed}
                quiet={messages.at(-1)?.answer?.actionId != null}
              />
            </div>
          </div>
        </section>
        {beside && id ? (
          <AskRows
            key={`${beside.message.id}.${beside.query}`}
            conversation={id}
            message={beside.message}
            query={beside.query}
            onClose={close}
            isBeside={isWide}
          />
        ) : null}
      </div>
    </Page>
  );
}

/** Asks, and shows the question at once; the first one begins its conversation. */
function useAsking(id: string | undefined) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const say = useAct({
    run: async (content: string) => {
      const to = id ?? (await send<Conversation>('POST', '/api/v1/conversations', { body: {} })).id;
      const said = await send<Exchange>('POST', `/api/v1/conversations/${to}/messages`, {
        body: { content },
      });
      return { to, said };
    },
    changes: ['actions', 'tasks', 'ceo'],
    onDone: async ({ to }) => {
      await queries.invalidateQueries({ queryKey: keysOf('conversations') });
      setAsked(undefined);
      if (to !== id) void navigate({ to: paths.conversation(to), replace: true, search: {} as never });
      else void navigate({ to: '.', replace: true, search: {} as never });
    },
    onError: () => {},
  });
  return {
    asked,
    failed: say.error ? { error: say.error, again: () => asked && say.mutate(asked) } : undefined,
    ask: (content: string) => {
      setAsked(content);
      say.mutate(content);
    },
  };
}

function Messages({
  messages,
  asked,
  failed,
}: {
  messages: Message[];
  asked: string | undefined;
  failed: { error: unknown; again: () => void } | undefined;
}) {
  const end = useRef<HTMLDivElement>(null);
  const count = messages.length + (asked ? 1 : 0);
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return (
    <>
      <ul className="flex flex-col gap-5" aria-live="polite">
        {messages.map((message, at) => (
          <MessageView key={message.id} message={message} isLast={at === messages.length - 1} />
        ))}
        {asked ? (
          <>
            <MessageView
              message={{ id: 'asked', role: 'person', content: asked, answer: null, createdAt: '' }}
              isLast={false}
            />
            <li>
              {failed ? (
                <ErrorBlock error={failed.error} safe="Your question is kept." onRetry={failed.again} />
              ) : (
                <Skeleton rows={2} note="Counting" />
              )}
            </li>
          </>
        ) : null}
      </ul>
      <div ref={end} className="max-tablet:scroll-mb-36" />
    </>
  );
}

/** What this workspace's own data answers, while nothing has been asked. */
function Suggestions({ onAsk, mayAsk }: { onAsk: (question: string) => void; mayAsk: boolean }) {
  const found = useQuery(read('/api/v1/suggested-questions'));
  return (
    <div className="pt-4">
      <h2 className="font-serif text-xl">Ask your data, or say what to do.</h2>
      <p className="mt-1 text-ink-2">
        Every number opens its rows. Orders: “create a task to …”, “write to them”, “stop all actions”.
      </p>
      {found.isPending ? (
        <Skeleton className="mt-4" rows={6} note="Looking for questions" />
      ) : found.data && found.data.data.length > 0 ? (
        <ul className="mt-4 flex flex-col">
          {found.data.data.map(({ question, why }) => (
            <li key={question} className="border-line border-b py-2 last:border-b-0">
              {mayAsk ? (
                <TextButton className="min-h-7 text-left text-md" onClick={() => onAsk(question)}>
                  {question}
                </TextButton>
              ) : (
                <span>{question}</span>
              )}
              <p className="text-ink-3 text-xs">{why}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-4 text-ink-2">
          There is nothing to count yet. Publish a playbook; readers and leads become answers here.
        </p>
      )}
    </div>
  );
}
