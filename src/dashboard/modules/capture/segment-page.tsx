import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { fieldError, sentenceOf } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { ErrorBlock, Note, Skeleton } from '../../ui/states.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { asEdited, completeRule, type Rule, ruleFields } from './rule-fields.ts';
import { Members } from './segment-members.tsx';
import { usePreview, WhoFits } from './segment-preview.tsx';

type Segment = Shape<'Segment'>;
type Gate = Shape<'Gate'>;

/** One segment: its rule as a sentence, who fits right now, who is in it. `new` makes one. */
export function SegmentPage() {
  const { can } = useWorkspace();
  const { segment: id = 'new' } = useParams({ strict: false }) as { segment?: string };
  if (!can(id === 'new' ? 'segments.write' : 'segments.read'))
    return <NoPermissionPage what="Segments" needs="a role that works with leads" />;
  return <Loaded id={id} key={id} />;
}

function Loaded({ id }: { id: string }) {
  const { paths } = useWorkspace();
  const gates = useQuery(read('/api/v1/gates'));
  const segment = useQuery({
    ...read('/api/v1/segments/{id}', { params: { path: { id } } }),
    enabled: id !== 'new',
  });
  const failed = gates.error ?? segment.error;
  const ready = gates.data && (id === 'new' || segment.data);
  if (ready) return <Editor segment={segment.data} gates={gates.data.data} />;
  return (
    <Page title="Segment" crumbs={[{ label: 'Segments', to: paths.segments }]}>
      <div className="px-gutter py-6">
        {failed ? (
          <ErrorBlock error={failed} onRetry={() => void Promise.all([gates.refetch(), segment.refetch()])} />
        ) : (
          <Skeleton rows={5} note="Loading the segment" />
        )}
      </div>
    </Page>
  );
}

const empty: Rule = { all: [], any: [] };

function Editor({ segment, gates }: { segment: Segment | undefined; gates: Gate[] }) {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const fields = ruleFields(gates);
  const before = {
    name: segment?.name ?? '',
    description: segment?.description ?? '',
    rule: asEdited(segment?.rule ?? empty, fields),
  };
  const [typed, setTyped] = useState(before);
  const rule = completeRule(typed.rule);
  const preview = usePreview(rule);
  const isEmpty = rule.all.length + rule.any.length === 0;
  const isChanged = JSON.stringify(typed) !== JSON.stringify(before);
  const mayWrite = can('segments.write');

  const save = useAct({
    run: () => {
      const body = { name: typed.name.trim(), description: typed.description.trim(), rule };
      return segment
        ? send<Segment>('PATCH', `/api/v1/segments/${segment.id}`, { body })
        : send<Segment>('POST', '/api/v1/segments', { body, headers: repeatable() });
    },
    changes: ['segments', 'leads'],
    says: (_, saved) => `Segment “${saved.name}” saved`,
    ...(segment
      ? {
          undo: () =>
            send('PATCH', `/api/v1/segments/${segment.id}`, {
              body: { name: segment.name, description: segment.description, rule: segment.rule },
            }),
        }
      : {}),
    onError: () => undefined,
    onDone: (saved) => {
      if (!segment) void navigate({ to: `${paths.segments}/${saved.id}`, replace: true });
    },
  });
  const remove = useAct({
    run: () => send('DELETE', `/api/v1/segments/${segment?.id}`),
    changes: ['segments', 'leads'],
    says: () => `Segment “${segment?.name}” removed`,
    undo: () =>
      send('POST', '/api/v1/segments', {
        body: {
          name: segment?.name,
          slug: segment?.slug,
          description: segment?.description,
          rule: segment?.rule,
        },
      }),
    onDone: () => void navigate({ to: paths.segments }),
  });
  const problem = preview.data?.problem;
  const blocked = !typed.name.trim()
    ? 'Give it a name first'
    : isEmpty
      ? 'Add a condition first'
      : problem
        ? problem
        : segment && !isChanged
          ? 'Nothing is changed'
          : false;
  return (
    <Page
      title={segment?.name ?? 'New segment'}
      crumbs={[{ label: 'Segments', to: paths.segments }]}
      panel={<WhoFits preview={preview} isEmpty={isEmpty} />}
      panelLabel="Who fits right now"
      actions={
        mayWrite ? (
          <>
            {segment ? (
              <IconButton label="Remove segment" size="sm" onClick={() => remove.mutate(undefined)}>
                <Trash2 />
              </IconButton>
            ) : null}
            <Button
              look="primary"
              busy={save.isPending && 'Saving'}
              blocked={blocked}
              onClick={() => save.mutate(undefined)}
            >
              Save segment
            </Button>
          </>
        ) : null
      }
    >
      <div className="flex flex-col gap-6 px-gutter py-5">
        <section aria-label="The rule in words">
          <h2 className="text-ink-2 text-xs">Everybody of whom this is so</h2>
          <p
            className="mt-1 max-w-170 text-pretty font-serif text-brief max-phone:text-[1.25rem] max-phone:leading-7"
            aria-live="polite"
          >
            {isEmpty
              ? 'Nobody yet: say what must be so.'
              : (preview.data?.sentence ?? segment?.sentence ?? '…')}
          </p>
          {problem ? (
            <div className="mt-2 max-w-140">
              <Note tone="bad">{problem} Change either.</Note>
            </div>
          ) : null}
        </section>
        {save.error && !fieldError(save.error, '/name') ? (
          <ErrorBlock error={save.error} safe="What you typed is kept." />
        ) : null}
        <RuleEditor
          rule={typed.rule}
          fields={fields}
          readOnly={!mayWrite}
          onChange={(next) => setTyped({ ...typed, rule: next })}
        />
        <div className="grid max-w-170 gap-4 phone:grid-cols-2">
          <Field label="Name" error={fieldError(save.error, '/name') && sentenceOf(save.error).text}>
            <Input
              value={typed.name}
              maxLength={80}
              readOnly={!mayWrite}
              onChange={(event) => setTyped({ ...typed, name: event.target.value })}
            />
          </Field>
          <Field label="What it is for" aside="optional" error={fieldError(save.error, '/description')}>
            <Input
              value={typed.description}
              maxLength={500}
              readOnly={!mayWrite}
              onChange={(event) => setTyped({ ...typed, description: event.target.value })}
            />
          </Field>
        </div>
      </div>
      {segment ? <Members segment={segment} /> : null}
    </Page>
  );
}
