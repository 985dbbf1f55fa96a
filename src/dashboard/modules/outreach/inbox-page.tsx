import { useParams } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Select } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ThreadLines } from './thread-lines.tsx';
import { ThreadView } from './thread-view.tsx';
import { replyKind } from './words.ts';

/** Answers to cold mails: the list, the conversation, the person. */
export function InboxPage() {
  const { paths, can } = useWorkspace();
  const { thread: open } = useParams({ strict: false }) as { thread?: string };
  const [state, setState] = useUrlState('state');
  const [kind, setKind] = useUrlState('kind');
  useKeys([
    { key: 'j', label: 'Next conversation', group: 'Inbox', run: () => step(1) },
    { key: 'k', label: 'Previous conversation', group: 'Inbox', run: () => step(-1) },
  ]);
  if (!can('inbox.read')) return <NoPermissionPage what="Inbox" needs="inbox.read" />;
  const shownState = state === 'snoozed' || state === 'done' ? state : 'open';
  const empty =
    shownState === 'open' && !kind ? (
      <EmptyState
        title="All answered"
        actions={<ButtonLink to={paths.mailCatcher}>Answer a caught mail</ButtonLink>}
      >
        Answers to your campaigns land here by themselves. While no mail server is connected you can answer in
        the mail catcher as the person a mail went to.
      </EmptyState>
    ) : (
      <EmptyState title="Nothing here">Look under another state or kind.</EmptyState>
    );
  return (
    <Page
      title={open ? 'Conversation' : 'Inbox'}
      crumbs={open ? [{ label: 'Inbox', to: paths.inbox }] : []}
      actions={
        <>
          <Select
            aria-label="Kind of answer"
            height="sm"
            className="w-40 max-phone:hidden"
            value={kind ?? ''}
            onChange={(event) => setKind(event.target.value || undefined)}
          >
            <option value="">Any kind</option>
            {Object.entries(replyKind).map(([id, { words }]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </Select>
          <Segmented
            label="Which conversations"
            value={shownState}
            onChange={(next) => setState(next === 'open' ? undefined : next)}
            options={[
              { value: 'open', label: 'Open' },
              { value: 'snoozed', label: 'Snoozed' },
              { value: 'done', label: 'Done' },
            ]}
          />
        </>
      }
    >
      <div className="flex min-h-full tablet:h-full">
        <section
          aria-label="Conversations"
          className={clsx(
            'scroll-sheet min-h-0 w-86 shrink-0 border-line border-r max-tablet:w-full max-tablet:border-r-0 tablet:overflow-y-auto',
            open && 'max-tablet:hidden',
          )}
        >
          <ThreadLines state={shownState} kind={kind} shown={open} empty={empty} />
        </section>
        <div className={clsx('flex min-h-0 min-w-0 flex-1', !open && 'max-tablet:hidden')}>
          {open ? <ThreadView key={open} id={open} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** Moves between the rows of the list, and opens what it reaches. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-thread]')];
  const at = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const next = links[Math.max(0, Math.min(links.length - 1, at + by))];
  next?.focus();
  next?.click();
}
