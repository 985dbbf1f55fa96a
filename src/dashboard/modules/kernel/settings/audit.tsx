import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { read, readPages, rowsOf } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { TextButton } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Drawer } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/field.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { clockTime, moment, number } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';
import { actionWords } from './words.ts';

type Entry = Shape<'AuditEntry'>;

const subjects = [
  'playbook',
  'source',
  'link',
  'lead',
  'gate',
  'segment',
  'member',
  'invitation',
  'api-key',
  'webhook',
  'workspace',
  'organization',
];

/** What was done, by whom, and whether the log is what was written. */
export function AuditPage() {
  const { can } = useWorkspace();
  const [subjectType, setSubjectType] = useUrlState('about');
  const [chosen, setChosen] = useUrlState('entry');
  const found = useInfiniteQuery({
    ...readPages<Entry>('/api/v1/audit', { subjectType, limit: 100 }),
    enabled: can('audit.read'),
  });
  const rows = rowsOf(found.data);
  const entry = rows.find((row) => row.id === chosen);
  const columns: Column<Entry>[] = [
    {
      id: 'action',
      header: 'What',
      width: '26%',
      cell: (row) => (
        <button
          type="button"
          className="rounded-1 text-left font-medium hover:underline"
          onClick={() => setChosen(row.id)}
        >
          {actionWords(row.action)}
        </button>
      ),
    },
    { id: 'subject', header: 'On', quiet: true, cell: (row) => subjectWords(row) },
    { id: 'who', header: 'Who', cell: (row) => whoWords(row) },
    { id: 'when', header: 'When', width: '10rem', quiet: true, cell: (row) => moment(row.occurredAt) },
    {
      id: 'place',
      header: 'In the chain',
      width: '7rem',
      align: 'end',
      quiet: true,
      cell: (row) => (row.sequence === null ? 'in a moment' : number(row.sequence)),
    },
  ];
  return (
    <SettingsPage page="audit" flush note={<Verdict />}>
      <div className="flex items-center gap-2 px-5 pt-3 pb-1 max-phone:px-4">
        <label htmlFor="audit-about" className="text-ink-2 text-xs">
          About
        </label>
        <Select
          id="audit-about"
          height="sm"
          className="w-44"
          value={subjectType ?? ''}
          onChange={(event) => setSubjectType(event.target.value || undefined)}
        >
          <option value="">everything</option>
          {subjects.map((subject) => (
            <option key={subject} value={subject}>
              {subject.replaceAll('-', ' ')}
            </option>
          ))}
        </Select>
      </div>
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-4">
          <ErrorBlock
            error={found.error}
            safe="The log itself is kept."
            onRetry={() => void found.refetch()}
          />
        </div>
      ) : (
        <DataTable
          caption="Audit log, newest first"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          phone={(row) => ({
            title: (
              <button type="button" onClick={() => setChosen(row.id)}>
                {actionWords(row.action)}
              </button>
            ),
            note: `${subjectWords(row)}, ${whoWords(row)}`,
            end: moment(row.occurredAt),
          })}
          empty={
            <p className="text-ink-2">
              {subjectType
                ? `Nothing was done about any ${subjectType.replaceAll('-', ' ')} yet.`
                : 'Nothing is written yet. Every change to settings, people and content stands here.'}
            </p>
          }
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {entry ? <EntryDrawer entry={entry} onClose={() => setChosen(undefined)} /> : null}
    </SettingsPage>
  );
}

/** Whether the chain holds. Checked when the page opens and when asked for. */
function Verdict() {
  const { can } = useWorkspace();
  const found = useQuery({
    ...read('/api/v1/audit/verdict'),
    enabled: can('audit.read'),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  if (found.error) return <span>The chain could not be checked</span>;
  if (!found.data) return <span>Checking the chain</span>;
  const { intact, checked, brokenAt } = found.data;
  return (
    <span className="inline-flex items-center gap-3">
      {intact ? (
        <Chip tone="ok" icon={<CircleCheck aria-hidden />}>
          Unbroken, {number(checked)} entries
        </Chip>
      ) : (
        <Chip tone="bad" icon={<CircleAlert aria-hidden />}>
          Breaks at {brokenAt ? `${number(brokenAt.sequence)}: ${brokenAt.why}` : 'an unknown entry'}
        </Chip>
      )}
      <span className="text-xs max-phone:hidden">checked {clockTime(found.dataUpdatedAt)}</span>
      <TextButton className="text-xs max-tablet:hidden" onClick={() => void found.refetch()}>
        {found.isFetching ? 'Checking' : 'Check again'}
      </TextButton>
    </span>
  );
}

function EntryDrawer({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  return (
    <Drawer
      open
      onClose={onClose}
      title={actionWords(entry.action)}
      note={`${whoWords(entry)}, ${moment(entry.occurredAt)}`}
    >
      <div className="px-5 py-4">
        <Details
          items={[
            { label: 'On', value: subjectWords(entry) },
            ...(entry.subject.id ? [{ label: 'Its id', value: <Mono>{entry.subject.id}</Mono> }] : []),
            ...(entry.reason ? [{ label: 'Reason', value: entry.reason }] : []),
            { label: 'Action', value: <Mono>{entry.action}</Mono> },
            {
              label: 'In the chain',
              value: entry.sequence === null ? 'In a moment' : number(entry.sequence),
            },
            ...(entry.correlationId
              ? [{ label: 'Correlation', value: <Mono>{entry.correlationId}</Mono> }]
              : []),
          ]}
        />
        {hasContent(entry.before) ? (
          <Section title="Before" className="mt-4">
            <Written value={entry.before} />
          </Section>
        ) : null}
        {hasContent(entry.after) ? (
          <Section title="After" className="mt-4">
            <Written value={entry.after} />
          </Section>
        ) : null}
      </div>
    </Drawer>
  );
}

const Mono = ({ children }: { children: string }) => (
  <span className="break-all font-mono text-xs">{children}</span>
);
const hasContent = (value: unknown) => value !== null && value !== undefined;
const Written = ({ value }: { value: unknown }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: in a drawer without a control it is what the keyboard scrolls by.
  <pre tabIndex={0} className="whitespace-pre-wrap break-words font-mono text-xs">
    {JSON.stringify(value, null, 2)}
  </pre>
);

const subjectWords = ({ subject, after, before }: Entry): string => {
  const known = [after, before].find(
    (value): value is Record<string, unknown> => typeof value === 'object' && value !== null,
  );
  const name = known?.title ?? known?.name ?? known?.slug ?? known?.email;
  const noun = subject.type.replaceAll('-', ' ');
  const words = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`.replace(/^Api/, 'API');
  return typeof name === 'string' ? `${words} ${name}` : words;
};

const whoWords = ({ actor }: Entry): string =>
  actor.kind === 'key' || actor.kind === 'api-key'
    ? `${actor.name}, a key`
    : actor.kind === 'system'
      ? `${actor.name}, by itself`
      : actor.name;
