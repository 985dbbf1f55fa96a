import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { read } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { Details } from '../../../ui/rows.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { clockTime } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';

/** What the workspace is called and how it counts. */
export function GeneralPage() {
  const { can } = useWorkspace();
  const found = useQuery(read('/api/v1/workspace'));
  return (
    <SettingsPage page="general">
      {found.data ? (
        can('workspace.manage') ? (
          <GeneralForm key={JSON.stringify(found.data)} workspace={found.data} />
        ) : (
          <>
            <Facts workspace={found.data} />
            <div className="mt-4 max-w-140">
              <Note>An owner or admin of the organization can change these.</Note>
            </div>
          </>
        )
      ) : found.error ? (
        <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton rows={4} />
      )}
    </SettingsPage>
  );
}

const Facts = ({ workspace }: { workspace: Shape<'Workspace'> }) => (
  <Details
    items={[
      { label: 'Name', value: workspace.name },
      { label: 'Address', value: <span className="font-mono text-xs">/w/{workspace.slug}</span> },
      { label: 'Time zone', value: workspace.timeZone },
      { label: 'Currency', value: workspace.currency },
    ]}
  />
);

const zones = Intl.supportedValuesOf('timeZone');
const currencies = Intl.supportedValuesOf('currency');
const currencyName = new Intl.DisplayNames(navigator.language, { type: 'currency' });

function GeneralForm({ workspace }: { workspace: Shape<'Workspace'> }) {
  const queries = useQueryClient();
  const [form, setForm] = useState({
    name: workspace.name,
    timeZone: workspace.timeZone,
    currency: workspace.currency,
  });
  const changed =
    form.name !== workspace.name ||
    form.timeZone !== workspace.timeZone ||
    form.currency !== workspace.currency;
  const renew = () => queries.invalidateQueries({ queryKey: ['me'] });
  const save = useAct({
    run: () => send('PATCH', '/api/v1/workspace', { body: form }),
    changes: ['workspace', 'home', 'audit'],
    says: () => 'Workspace changed',
    undo: async () => {
      const { name, timeZone, currency } = workspace;
      await send('PATCH', '/api/v1/workspace', { body: { name, timeZone, currency } });
      await renew();
    },
    onError: () => {},
    onDone: () => void renew(),
  });
  return (
    <form
      className="flex max-w-110 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Field label="Name" error={fieldError(save.error, '/name')}>
        <Input
          value={form.name}
          required
          maxLength={120}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      </Field>
      <Field label="Address" hint="It stays: published links stand on it.">
        <Input value={`/w/${workspace.slug}`} readOnly className="font-mono" />
      </Field>
      <Field
        label="Time zone"
        hint={`Days begin at midnight there. Now it is ${timeIn(form.timeZone)}${form.timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone ? ', as with you' : `, with you ${clockTime(Date.now())}`}.`}
        error={fieldError(save.error, '/timeZone')}
      >
        <Select
          value={form.timeZone}
          onChange={(event) => setForm({ ...form, timeZone: event.target.value })}
        >
          {(zones.includes(form.timeZone) ? zones : [form.timeZone, ...zones]).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Currency"
        hint="What money is counted in. Amounts that are there are not converted."
        error={fieldError(save.error, '/currency')}
      >
        <Select
          value={form.currency}
          onChange={(event) => setForm({ ...form, currency: event.target.value })}
        >
          {currencies.map((code) => (
            <option key={code} value={code}>
              {code} {currencyName.of(code)}
            </option>
          ))}
        </Select>
      </Field>
      {save.error && !['/name', '/timeZone', '/currency'].some((at) => fieldError(save.error, at)) ? (
        <ErrorBlock error={save.error} safe="What you typed is still here." />
      ) : null}
      <div className="flex gap-2">
        <Button
          look="primary"
          type="submit"
          busy={save.isPending && 'Saving'}
          blocked={!changed && 'Nothing is changed yet'}
        >
          Save workspace
        </Button>
      </div>
    </form>
  );
}

const timeIn = (timeZone: string) =>
  new Intl.DateTimeFormat(navigator.language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date());
