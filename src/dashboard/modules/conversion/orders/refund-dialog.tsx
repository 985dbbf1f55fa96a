import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { ErrorBlock, Note } from '../../../ui/states.tsx';
import { amountText, minorOf } from '../offers/amount.ts';
import { exact, type Order, openRights, type Refund } from './words.ts';

/** Gives money back. Shows before it runs what is left and which rights it closes. */
export function RefundDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { currency, refundableMinor: left } = order;
  const [typed, setTyped] = useState(amountText(left, currency));
  const [reason, setReason] = useState('');
  const [revokes, setRevokes] = useState(true);
  const minor = minorOf(typed, currency);
  const isTooMuch = minor !== undefined && minor > left;
  const isWhole = minor === left;
  const rights = openRights(order.entitlements);
  const closes = isWhole && revokes ? rights : [];
  const owed = order.share ? Math.round(((minor ?? 0) * order.share.percent) / 100) : 0;
  const give = useAct({
    run: () =>
      send<Refund>('POST', `/api/v1/orders/${order.id}/refunds`, {
        body: { amountMinor: minor, reason: reason.trim(), revokesAccess: revokes },
        headers: repeatable(),
      }),
    changes: ['orders', 'offers', 'leads'],
    says: (_, refund) => `${exact(refund.amountMinor, currency)} is being given back`,
    onError: () => {},
    onDone: onClose,
  });
  const said = fieldError(give.error, '/amountMinor');
  const blocked =
    minor === undefined || minor === 0
      ? 'Write an amount first'
      : isTooMuch && `At most ${exact(left, currency)} is left`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Give money back for order ${order.number}`}
      note="This cannot be undone. The provider is asked at once; the order says when the money is back."
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button
            look="danger"
            type="submit"
            form="refund"
            busy={give.isPending && 'Asking'}
            blocked={blocked}
          >
            Give back {blocked ? '' : exact(minor ?? 0, currency)}
          </Button>
        </>
      }
    >
      <form
        id="refund"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!blocked) give.mutate(undefined);
        }}
      >
        <Field
          label={`Amount in ${currency}`}
          error={said ?? (isTooMuch ? `At most ${exact(left, currency)} is left.` : undefined)}
          hint={
            isWhole
              ? 'All that is left of the order.'
              : `Of ${exact(left, currency)}. A part leaves everything open that was bought.`
          }
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="figures"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Field label="Reason" hint="Stands in the order and in the audit log. Can stay empty.">
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {isWhole && rights.length > 0 ? (
          <Checkbox
            checked={revokes}
            onChange={(checked) => setRevokes(checked === true)}
            label="Close what was bought"
            note="Without it they keep the access as a courtesy."
          />
        ) : null}
        {closes.length > 0 ? (
          <Note tone="bad">
            {order.lead?.name ?? order.email} can no longer open:
            <ul className="mt-1 list-disc pl-4">
              {closes.map((right) => (
                <li key={right.id}>{right.label}</li>
              ))}
            </ul>
            {order.fulfilment.some(({ state }) => state === 'planned')
              ? 'Steps that still wait are not carried out.'
              : null}
          </Note>
        ) : (
          <Note>Nothing is closed. {order.lead?.name ?? order.email} keeps what was bought.</Note>
        )}
        {order.share && owed > 0 ? (
          <p className="text-ink-2 text-xs">
            The share of {order.share.expert.name} falls by about {exact(owed, currency)}.
          </p>
        ) : null}
        {order.isTest ? (
          <p className="text-ink-2 text-xs">Paid with the test checkout: no money moves back either.</p>
        ) : null}
        {give.error && !said ? <ErrorBlock error={give.error} /> : null}
      </form>
    </Dialog>
  );
}
