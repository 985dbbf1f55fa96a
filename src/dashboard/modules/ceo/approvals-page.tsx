import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { hasStatus } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment, number } from '../../ui/words.ts';
import { ActionCard, ActionRecord } from './action-card.tsx';
import { EditAction } from './edit-action.tsx';
import { StoppedNote } from './stopped-note.tsx';
import {
  type Action,
  actionStates,
  bySoonest,
  decidedWords,
  isWaiting,
  kinds,
  waitingStates,
} from './words.ts';

const decidedStates = 'approved,declined,running,done,part_done,failed,unconfirmed,undone,expired';

const actionsIn = (state: string, limit: number) =>
  read('/api/v1/actions', { params: { query: { state, limit } } });

/** What waits for a person, one after another, the soonest deadline first. */
export function ApprovalsPage() {
  const { can } = useWorkspace();
  if (!can('actions.read')) return <NoPermissionPage what="Approvals" needs="actions.read" />;
  return <Approvals />;
}

function Approvals() {
  const { paths } = useWorkspace();
  const { action: named } = useParams({ strict: false }) as { action?: string };
  const navigate = useNavigate();
  const found = useQuery(actionsIn(waitingStates, 200));
  const past = useQuery(actionsIn(decidedStates, 50));
  const waiting = bySoonest(found.data?.data ?? []);
  const decided = (past.data?.data ?? []).filter(({ decision }) => decision !== null);
  const shown = named ?? waiting[0]?.id;
  const order = [...waiting, ...decided].map(({ id }) => id);
  const go = (id: string | undefined) =>
    void navigate({ to: id ? paths.approval(id) : paths.approvals, search: {} as never, resetScroll: false });
  const step = (by: 1 | -1) => {
    const at = order.indexOf(shown ?? '');
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))];
    if (next && next !== shown) go(next);
  };
  useKeys([
    { key: 'j', label: 'Next', group: 'Waiting for you', run: () => step(1) },
    { key: 'k', label: 'The one before', group: 'Waiting for you', run: () => step(-1) },
  ]);
  /** The one that follows; after the last one, the first that is left. */
  const goOn = (id: string) => {
    const at = waiting.findIndex((one) => one.id === id);
    const left = waiting.filter((one) => one.id !== id);
    go((left[at] ?? left[0])?.id);
  };
  const place = waiting.findIndex(({ id }) => id === shown);
  return (
    <Page
      title={named ? 'Approval' : 'Approvals'}
      {...(named ? { crumbs: [{ label: 'Approvals', to: paths.approvals }] } : {})}
      note={
        found.data ? (
          <span className="figures">
            {named && place >= 0 ? `${place + 1} of ${number(waiting.length)}` : number(waiting.length)}
          </span>
        ) : undefined
      }
    >
      {found.error && !found.data ? (
        <div className="px-gutter py-5">
          <ErrorBlock
            error={found.error}
            safe="Nothing is done while it waits."
            onRetry={() => void found.refetch()}
          />
        </div>
      ) : found.isPending ? (
        <Skeleton className="px-gutter" rows={6} note="Loading what waits for you" />
      ) : (
        <div className="flex min-h-full tablet:h-full">
          <section
            aria-label="What waits and what was decided"
            className={clsx(
              'scroll-sheet min-h-0 w-86 shrink-0 border-line border-r max-tablet:w-full max-tablet:border-r-0 tablet:overflow-y-auto',
              named && 'max-tablet:hidden',
            )}
          >
            <Lines title="Waiting for you" actions={waiting} shown={shown} />
            {waiting.length === 0 ? <Nothing last={decided[0]} /> : null}
            {decided.length > 0 ? <Lines title="Decided" actions={decided} shown={shown} /> : null}
          </section>
          <div
            className={clsx(
              'scroll-sheet min-h-0 min-w-0 flex-1 px-gutter py-5 max-phone:px-4 tablet:overflow-y-auto',
              !named && 'max-tablet:hidden',
            )}
          >
            <div className="flex max-w-160 flex-col gap-3">
              <h2 className="sr-only">The chosen one</h2>
              <StoppedNote />
              {shown ? (
                <One
                  key={shown}
                  id={shown}
                  known={[...waiting, ...decided].find(({ id }) => id === shown)}
                  onDecided={() => goOn(shown)}
                />
              ) : null}
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}

function Nothing({ last }: { last: Action | undefined }) {
  return (
    <div className="px-5 max-phone:px-4">
      <EmptyState title="Nothing waits for you." boxed={false}>
        {last ? (
          <>
            Last: {last.title}. {decidedWords(last)}.
          </>
        ) : (
          'What the machine wants to do and may not do alone stands here, with the real text for each person.'
        )}
      </EmptyState>
    </div>
  );
}

function Lines({ title, actions, shown }: { title: string; actions: Action[]; shown: string | undefined }) {
  const { paths } = useWorkspace();
  return (
    <>
      <h2 className="px-5 pt-4 pb-1.5 font-medium text-ink-2 text-xs max-phone:px-4">{title}</h2>
      <ul>
        {actions.map((action) => {
          const Icon = kinds[action.kind].icon;
          return (
            <li key={action.id}>
              <Link
                to={paths.approval(action.id)}
                aria-current={action.id === shown ? 'true' : undefined}
                className={clsx(
                  'flex min-h-11 gap-3 border-line border-b px-5 py-2.5 outline-offset-[-2px] max-phone:px-4',
                  action.id === shown ? 'tablet:bg-selected' : 'hover:bg-hover/60',
                )}
              >
                <Icon className="mt-0.5 text-ink-3" aria-hidden />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{action.title}</span>
                  <span className="block truncate text-ink-3 text-xs">{lineNote(action)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function lineNote(action: Action): string {
  if (!isWaiting(action))
    return `${actionStates[action.state].words}${action.decision ? `, ${moment(action.decision.at)}, ${action.decision.by}` : ''}`;
  return action.decideBy ? `decide by ${moment(action.decideBy)}` : `proposed ${moment(action.proposedAt)}`;
}

function One({ id, known, onDecided }: { id: string; known: Action | undefined; onDecided: () => void }) {
  const { paths, can } = useWorkspace();
  const [edit, setEdit] = useUrlState('edit');
  const found = useQuery({
    ...read('/api/v1/actions/{id}', { params: { path: { id } } }),
    ...(known ? { initialData: known } : {}),
  });
  const action = found.data ?? known;
  if (!action)
    return hasStatus(found.error, 404) || hasStatus(found.error, 422) ? (
      <EmptyState
        title="There is no such approval"
        actions={<ButtonLink to={paths.approvals}>See what waits</ButtonLink>}
      >
        It may belong to another workspace.
      </EmptyState>
    ) : found.error ? (
      <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Skeleton rows={4} />
    );
  if (!isWaiting(action)) return <ActionRecord action={action} />;
  if (!can('actions.approve'))
    return <ActionRecord action={action} note="An owner or admin of this workspace decides." />;
  if (edit) return <EditAction action={action} onBack={() => setEdit(undefined)} onDecided={onDecided} />;
  return <ActionCard action={action} onEdit={() => setEdit('yes')} onDecided={onDecided} />;
}
