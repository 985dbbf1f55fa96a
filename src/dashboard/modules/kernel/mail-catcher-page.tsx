import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Paperclip, Search, Trash2 } from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StandIn } from '../../ui/chip.tsx';
import { DestroyDialog } from '../../ui/dialog.tsx';
import { Input } from '../../ui/field.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment, number } from '../../ui/words.ts';
import { CaughtMailView } from './caught-mail-view.tsx';
import { useArrivals } from './use-arrivals.ts';

type Caught = Shape<'CaughtMail'>;

/** Every mail that stayed on this machine: the list, and the chosen one as its reader would get it. */
export function MailCatcherPage() {
  const { paths, can } = useWorkspace();
  const { mail: open } = useParams({ strict: false }) as { mail?: string };
  const [find, setFind] = useUrlState('q');
  const [emptying, setEmptying] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const search = useDeferredValue(find?.trim() || undefined);
  const may = can('standins.read');
  const found = useInfiniteQuery({
    ...readPages<Caught>('/api/v1/stand-ins/mail', { search }),
    enabled: may,
    refetchInterval: 5000,
  });
  const loaded = rowsOf(found.data);
  const { rows, waiting, show } = useArrivals(loaded, search ?? '');
  const state = useQuery({ ...read('/api/v1/stand-ins'), enabled: may });
  const connected = state.data?.data.some((row) => row.id === 'mail' && row.state !== 'stand-in');
  const empty = useAct({
    run: () => send<{ deleted: number }>('DELETE', '/api/v1/stand-ins/mail'),
    changes: ['stand-ins'],
    says: (_, { deleted }) => `Catcher emptied, ${number(deleted)} gone`,
    onDone: () => setEmptying(false),
  });
  useKeys([
    { key: '/', label: 'Find a mail', group: 'This list', run: () => field.current?.focus() },
    { key: 'j', label: 'Next mail', group: 'This list', run: () => step(1) },
    { key: 'k', label: 'Previous mail', group: 'This list', run: () => step(-1) },
  ]);
  if (!may) return <NoPermissionPage what="Mail catcher" needs="standins.read" />;

  const none = found.isSuccess && loaded.length === 0 && !search;
  const shown = open ?? rows[0]?.id;
  return (
    <Page
      title="Mail catcher"
      crumbs={[{ label: 'Stand-ins', to: open ? paths.mailCatcher : paths.standIns }]}
      note={<StandIn>{connected ? 'kept from before' : 'stays here'}</StandIn>}
      actions={
        can('mail.manage') && loaded.length > 0 ? (
          <Button icon={<Trash2 />} onClick={() => setEmptying(true)}>
            Empty
          </Button>
        ) : null
      }
    >
      {none ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState title="No mail yet">
            Mails to readers, such as the confirmation after a gate, stay here while no mail server is
            connected. They appear by themselves.
          </EmptyState>
        </div>
      ) : (
        <div className="flex min-h-full tablet:h-full">
          <section
            aria-label="Caught mails"
            className={clsx(
              'flex min-h-0 w-96 shrink-0 flex-col border-line border-r max-tablet:w-full max-tablet:border-r-0',
              open && 'max-tablet:hidden',
            )}
          >
            <div className="border-line border-b px-4 py-2">
              <Input
                ref={field}
                type="search"
                height="sm"
                aria-label="Find a mail"
                placeholder="Find by address, subject, text"
                value={find ?? ''}
                onChange={(event) => setFind(event.target.value || undefined)}
                lead={<Search className="size-3.5" aria-hidden />}
              />
            </div>
            {waiting > 0 ? (
              <div className="border-line border-b bg-info-soft px-4 py-1.5" role="status">
                <button
                  type="button"
                  className="opens-rows min-h-target text-info-ink text-xs"
                  onClick={show}
                >
                  {number(waiting)} new, show
                </button>
              </div>
            ) : null}
            <div className="scroll-sheet min-h-0 flex-1 tablet:overflow-y-auto">
              {found.error && loaded.length === 0 ? (
                <div className="p-4">
                  <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
                </div>
              ) : found.isLoading ? (
                <Skeleton rows={8} className="px-4" />
              ) : rows.length === 0 ? (
                <p className="px-4 py-5 text-ink-2">
                  Nothing for “{search}”. Addresses, subjects and texts were searched.
                </p>
              ) : (
                <MailList rows={rows} shown={shown} open={open} />
              )}
              {found.hasNextPage ? (
                <div className="px-4 py-3">
                  <Button
                    look="quiet"
                    busy={found.isFetchingNextPage && 'Loading'}
                    onClick={() => void found.fetchNextPage()}
                  >
                    Show older ones
                  </Button>
                </div>
              ) : null}
            </div>
          </section>
          <div
            className={clsx(
              'flex min-h-0 min-w-0 flex-1 flex-col tablet:overflow-y-auto',
              !open && 'max-tablet:hidden',
            )}
          >
            {shown ? <CaughtMailView key={shown} id={shown} /> : null}
          </div>
        </div>
      )}
      <DestroyDialog
        open={emptying}
        onClose={() => setEmptying(false)}
        title="Empty the mail catcher"
        loss="Every caught mail of this workspace is deleted here for good. What was sent to whom stays in Messages."
        action="Empty the catcher"
        busy={empty.isPending && 'Emptying'}
        onConfirm={() => empty.mutate(undefined)}
      />
    </Page>
  );
}

/** Moves between the rows of the list, and opens what it reaches. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-mail]')];
  const at = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const next = links[Math.max(0, Math.min(links.length - 1, at + by))];
  next?.focus();
  next?.click();
}

function MailList({
  rows,
  shown,
  open,
}: {
  rows: Caught[];
  shown: string | undefined;
  open: string | undefined;
}) {
  const { paths } = useWorkspace();
  return (
    <ul>
      {rows.map((mail) => (
        <li key={mail.id}>
          <Link
            to={`${paths.mailCatcher}/${mail.id}`}
            search={(now: Record<string, string>) => now}
            data-mail
            aria-current={mail.id === shown ? 'true' : undefined}
            replace={open !== undefined}
            className={clsx(
              'block border-line border-b px-4 py-2.5 outline-offset-[-2px]',
              mail.id === shown ? 'tablet:bg-selected' : 'hover:bg-hover/60',
            )}
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-medium">{bare(mail.to.join(', '))}</span>
              <span className="figures shrink-0 text-ink-3 text-xs">{moment(mail.receivedAt)}</span>
            </span>
            <span className="flex items-center gap-1.5">
              <span className="min-w-0 truncate">{mail.subject || 'No subject'}</span>
              {mail.attachments.length > 0 ? (
                <Paperclip className="size-3.5 shrink-0 text-ink-3" aria-label="has attachments" />
              ) : null}
            </span>
            <span className="block truncate text-ink-3 text-xs">{mail.preview}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** "Noor Tamberlin" of "Noor Tamberlin <noor@halvorn.example>". */
const bare = (address: string) => address.replaceAll(/"?([^"<,]+?)"?\s*<[^>]+>/g, '$1');
