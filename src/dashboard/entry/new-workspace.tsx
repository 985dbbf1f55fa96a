import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api/client.ts';
import { fieldError, hasStatus, sentenceOf } from '../api/problems.ts';
import { meQuery } from '../api/session.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select } from '../ui/field.tsx';
import { useGoOn } from './after.ts';
import { EntryLayout } from './entry-layout.tsx';
import { submit } from './sign-in.tsx';

/** A new workspace: the name only. Everything else has a sensible start and can change later. */
export function NewWorkspacePage() {
  const goOn = useGoOn();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const mine = me.data?.organizations.filter((one) => one.role === 'owner' || one.role === 'admin') ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('');
  const organization = chosen || mine[0]?.id;
  const create = useMutation({
    mutationFn: () =>
      send<{ slug: string }>('POST', '/api/v1/workspaces', {
        body: {
          name: name.trim(),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          ...(organization ? { organizationId: organization } : {}),
        },
      }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      await goOn(made.slug);
    },
  });
  if (hasStatus(me.error, 401))
    return <Navigate to={paths.signIn} search={{ next: paths.newWorkspace } as never} replace />;
  return (
    <EntryLayout
      title="A new workspace"
      note="One workspace is one expert business: its playbooks, readers and leads. Nothing is shared between two."
    >
      <form onSubmit={submit(() => create.mutate())} className="flex flex-col gap-4">
        <Field
          label="Name"
          hint="The expert, or the business. It can change."
          error={
            create.error ? (fieldError(create.error, '/name') ?? sentenceOf(create.error).text) : undefined
          }
        >
          <Input
            height="lg"
            autoFocus
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {mine.length > 1 ? (
          <Field label="Organization">
            <Select height="lg" value={organization} onChange={(event) => setChosen(event.target.value)}>
              {mine.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Button type="submit" look="primary" size="lg" busy={create.isPending && 'Creating'}>
          Create workspace
        </Button>
      </form>
    </EntryLayout>
  );
}
