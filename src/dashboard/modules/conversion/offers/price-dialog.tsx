import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { amountText } from './amount.ts';
import { PriceField, priceOf } from './price-field.tsx';
import { type Offer, priceWords } from './words.ts';

/** What it costs from now on. */
export function PriceDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { workspace } = useWorkspace();
  const [price, setPrice] = useState({
    amount: offer.price ? amountText(offer.price.amountMinor, offer.price.currency) : '',
    currency: offer.price?.currency ?? workspace.currency,
  });
  const wanted = priceOf(price);
  const put = (body: object) => send<Offer>('PUT', `/api/v1/offers/${offer.id}/price`, { body });
  const before = offer.price;
  const save = useAct({
    run: () => put(wanted ?? {}),
    changes: ['offers'],
    says: (_, now) => `It costs ${priceWords(now)} now`,
    ...(before && { undo: () => put({ amountMinor: before.amountMinor, currency: before.currency }) }),
    onError: () => {},
    onDone: onClose,
  });
  const said = fieldError(save.error, '/amountMinor') ?? fieldError(save.error, '/currency');
  return (
    <Dialog
      open
      onClose={onClose}
      title={offer.price ? 'Change the price' : 'Set a price'}
      note="A checkout that is open keeps the price it was opened with."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave it
          </Button>
          <Button
            look="primary"
            type="submit"
            form="offer-price"
            busy={save.isPending && 'Saving'}
            blocked={!wanted && 'Write an amount first'}
          >
            Save the price
          </Button>
        </>
      }
    >
      <form
        id="offer-price"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted) save.mutate(undefined);
        }}
      >
        <PriceField
          price={price}
          onChange={setPrice}
          error={said}
          hint="All the buyer pays, taxes included."
        />
        {save.error && !said ? <ErrorBlock error={save.error} /> : null}
      </form>
    </Dialog>
  );
}
