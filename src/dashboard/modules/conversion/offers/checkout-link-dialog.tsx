import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { tell } from '../../../ui/toasts.tsx';
import { type Offer, priceWords } from './words.ts';

/** A way to pay for one person, made by hand: who raises a hand gets theirs by the video. */
export function CheckoutLinkDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const [email, setEmail] = useState('');
  const make = useAct({
    run: () =>
      send<{ url: string }>('POST', '/api/v1/checkouts', {
        body: { offerId: offer.id, ...(email.trim() && { email: email.trim() }) },
        headers: repeatable(),
      }),
    changes: ['orders'],
    onError: () => {},
    onDone: ({ url }) => {
      void navigator.clipboard?.writeText(url).then(
        () => tell('Checkout link made and copied'),
        () => tell('Checkout link made'),
      );
    },
  });
  const said = fieldError(make.error, '/email');
  return (
    <Dialog
      open
      onClose={onClose}
      title="Checkout link"
      note={`One person pays ${priceWords(offer)} with it, whatever the offer costs later.`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {make.data ? 'Done' : 'Not now'}
          </Button>
          <Button look="primary" type="submit" form="checkout-link" busy={make.isPending && 'Making it'}>
            {make.data ? 'Make another' : 'Make the link'}
          </Button>
        </>
      }
    >
      <form
        id="checkout-link"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(undefined);
        }}
      >
        <Field label="E-mail of the buyer" error={said} hint="Stands in the form already. Can stay empty.">
          <Input
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        {make.data ? (
          <Field label="The link">
            <Input readOnly value={make.data.url} onFocus={(event) => event.target.select()} />
          </Field>
        ) : null}
        {make.error && !said ? <ErrorBlock error={make.error} /> : null}
      </form>
    </Dialog>
  );
}
