import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import type { Shape } from '../../../api/shapes.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, RadioList } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { eventNames } from './event-names.ts';

interface WebhookDialogProps {
  /** An endpoint to change; a new one without it. */
  endpoint?: Shape<'WebhookEndpoint'>;
  onClose: () => void;
  onMade?: (secret: string) => void;
}

/** Adds an endpoint, or changes where one is and what it is told. */
export function WebhookDialog({ endpoint, onClose, onMade }: WebhookDialogProps) {
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [reach, setReach] = useState<'all' | 'chosen'>(
    endpoint && endpoint.events.length > 0 ? 'chosen' : 'all',
  );
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set(endpoint?.events));
  const body = {
    url: url.trim(),
    description: description.trim(),
    events: reach === 'all' ? [] : [...events],
  };
  const save = useAct({
    run: async (): Promise<string | undefined> => {
      if (endpoint) {
        await send('PATCH', `/api/v1/webhooks/${endpoint.id}`, { body });
        return undefined;
      }
      return (
        await send<Shape<'WebhookEndpointWithSecret'>>('POST', '/api/v1/webhooks', {
          body,
          headers: repeatable(),
        })
      ).secret;
    },
    changes: ['webhooks', 'audit'],
    says: () => (endpoint ? 'Endpoint changed' : 'Endpoint added'),
    onError: () => {},
    onDone: (secret) => {
      if (secret) onMade?.(secret);
      else onClose();
    },
  });
  const known = [...new Set([...Object.keys(eventNames), ...(endpoint?.events ?? [])])];
  return (
    <Dialog
      open
      onClose={onClose}
      title={endpoint ? 'Change the endpoint' : 'Add an endpoint'}
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {endpoint ? 'Leave as it is' : 'Cancel'}
          </Button>
          <Button
            look="primary"
            type="submit"
            form="webhook"
            busy={save.isPending && 'Saving'}
            blocked={reach === 'chosen' && events.size === 0 && 'Choose an event first'}
          >
            {endpoint ? 'Save endpoint' : 'Add endpoint'}
          </Button>
        </>
      }
    >
      <form
        id="webhook"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (reach === 'all' || events.size > 0) save.mutate(undefined);
        }}
      >
        <Field label="Address" hint="Deliveries are posted there." error={fieldError(save.error, '/url')}>
          <Input
            type="url"
            required
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
        <Field label="What it is for" error={fieldError(save.error, '/description')}>
          <Input
            value={description}
            maxLength={500}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <div>
          <p className="mb-2 font-medium">Told of</p>
          <RadioList
            label="Told of"
            value={reach}
            onChange={setReach}
            options={[
              { value: 'all', label: 'Everything', note: 'Also what is added later.' },
              { value: 'chosen', label: 'Chosen events' },
            ]}
          />
        </div>
        {reach === 'chosen' ? (
          <fieldset className="grid max-h-64 gap-x-4 gap-y-2.5 overflow-y-auto rounded-2 border border-line p-3 phone:grid-cols-2">
            <legend className="sr-only">Events</legend>
            {known.map((name) => (
              <Checkbox
                key={name}
                checked={events.has(name)}
                label={eventNames[name] ?? name}
                note={<span className="font-mono">{name}</span>}
                onChange={(on) => {
                  const next = new Set(events);
                  if (on) next.add(name);
                  else next.delete(name);
                  setEvents(next);
                }}
              />
            ))}
          </fieldset>
        ) : null}
        {save.error && !fieldError(save.error, '/url') ? (
          <ErrorBlock error={save.error} safe="Nothing was saved." />
        ) : null}
      </form>
    </Dialog>
  );
}
