import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { PriceField, priceOf } from './price-field.tsx';
import type { Offer } from './words.ts';

/** A new offer: a name, what it grants, what it costs. The rest is written on its page. */
export function NewOfferDialog({ onClose }: { onClose: () => void }) {
  const { paths, workspace } = useWorkspace();
  const navigate = useNavigate();
  const playbooks = useQuery(
    readAt<{ data: Shape<'PlaybookSummary'>[] }>('/api/v1/playbooks', { limit: 100 }),
  );
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [price, setPrice] = useState({ amount: '', currency: workspace.currency });
  const playbookId = chosen ?? playbooks.data?.data.find(({ currentVersion }) => currentVersion)?.id ?? '';
  const isUnreadable = price.amount.trim() !== '' && !priceOf(price);
  const make = useAct({
    run: () => {
      const wanted = priceOf(price);
      return send<Offer>('POST', '/api/v1/offers', {
        body: { name: name.trim(), ...(playbookId && { playbookId }), ...(wanted && { price: wanted }) },
        headers: repeatable(),
      });
    },
    changes: ['offers'],
    says: (_, offer) => `“${offer.name}” is drafted`,
    onError: () => {},
    onDone: (offer) => void navigate({ to: paths.offer(offer.id) }),
  });
  const said = (pointer: string) => fieldError(make.error, pointer);
  const byField = ['/name', '/playbookId', '/price/amountMinor', '/price/currency'].some(said);
  return (
    <Dialog
      open
      onClose={onClose}
      title="New offer"
      note="What is sold, at which price. Nobody sees it before you publish it."
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button
            look="primary"
            type="submit"
            form="new-offer"
            busy={make.isPending && 'Drafting'}
            blocked={!name.trim() ? 'Give it a name first' : isUnreadable && 'The price is no amount'}
          >
            Draft the offer
          </Button>
        </>
      }
    >
      <form
        id="new-offer"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && !isUnreadable) make.mutate(undefined);
        }}
      >
        <Field label="Name" error={said('/name')} hint="As it stands on the order and the receipt.">
          <Input
            value={name}
            maxLength={120}
            autoComplete="off"
            placeholder="The fixed-price kit"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label="With the playbook"
          error={said('/playbookId')}
          hint="Whoever buys opens all of it, and its readers are led to this offer."
        >
          <Select value={playbookId} onChange={(event) => setChosen(event.target.value)}>
            <option value="">None</option>
            {playbooks.data?.data.map((playbook) => (
              <option key={playbook.id} value={playbook.id}>
                {playbook.title}
              </option>
            ))}
          </Select>
        </Field>
        <PriceField
          price={price}
          onChange={setPrice}
          error={said('/price/amountMinor') ?? said('/price/currency')}
          hint="Can wait until you publish."
        />
        {make.error && !byField ? <ErrorBlock error={make.error} /> : null}
      </form>
    </Dialog>
  );
}
