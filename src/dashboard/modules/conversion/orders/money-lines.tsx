import type { ReactNode } from 'react';
import { DotMark } from '../../../ui/chip.tsx';
import { WaitReason } from '../../../ui/waiting.tsx';
import { moment, number } from '../../../ui/words.ts';
import { Part } from './part.tsx';
import { exact, netMinor, type Order, type Refund, refundWords } from './words.ts';

/** What was paid, line by line, down to what is left; the lines sum to the foot. */
export function MoneyLines({ order }: { order: Order }) {
  const { currency } = order;
  const done = order.refunds.filter(({ state }) => state === 'done');
  const open = order.refunds.filter(({ state }) => state !== 'done');
  return (
    <Part title="Money">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">What was paid and given back</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line, at) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move and may repeat.
              key={at}
              what={
                <>
                  {line.description}
                  {line.quantity > 1 ? (
                    <span className="text-ink-3">
                      {' '}
                      {number(line.quantity)} × {exact(line.unitMinor, currency)}
                    </span>
                  ) : null}
                </>
              }
              minor={line.quantity * line.unitMinor}
              currency={currency}
            />
          ))}
          {order.discountMinor > 0 ? (
            <Line what="Discount" minor={-order.discountMinor} currency={currency} />
          ) : null}
          {order.taxMinor > 0 ? <Line what="Tax" minor={order.taxMinor} currency={currency} /> : null}
          <Line what="Paid" minor={order.totalMinor} currency={currency} strong />
          {done.map((refund) => (
            <Line
              key={refund.id}
              what={
                <>
                  Given back {refund.doneAt ? moment(refund.doneAt) : ''}
                  {refund.reason ? <span className="text-ink-3">: {refund.reason}</span> : null}
                </>
              }
              minor={-refund.amountMinor}
              currency={currency}
            />
          ))}
        </tbody>
        {done.length > 0 ? (
          <tfoot>
            <Line what="Booked" minor={netMinor(order)} currency={currency} strong />
          </tfoot>
        ) : null}
      </table>
      {open.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-2">
          {open.map((refund) => (
            <OpenRefund key={refund.id} refund={refund} />
          ))}
        </ul>
      ) : null}
    </Part>
  );
}

function Line({
  what,
  minor,
  currency,
  strong,
}: {
  what: ReactNode;
  minor: number;
  currency: string;
  strong?: boolean;
}) {
  return (
    <tr className={strong ? 'font-strong' : undefined}>
      <th
        scope="row"
        className={`h-8 text-left ${strong ? 'border-line border-t font-strong' : 'font-regular'}`}
      >
        {what}
      </th>
      <td className={`figures h-8 text-right ${strong ? 'border-line border-t' : ''}`}>
        {exact(minor, currency)}
      </td>
    </tr>
  );
}

/** Money that is asked back and not there yet, or was refused. */
function OpenRefund({ refund }: { refund: Refund }) {
  const { label, tone } = refundWords[refund.state];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="figures">{exact(refund.amountMinor, refund.currency)}</span>
      {refund.state === 'failed' ? (
        <DotMark tone={tone}>{label}</DotMark>
      ) : (
        <WaitReason words={label.toLowerCase()} cause={label}>
          {refund.waitReason ?? 'The provider is asked in a moment.'}
        </WaitReason>
      )}
      <span className="text-ink-2 text-xs">
        asked {moment(refund.createdAt)}
        {refund.state === 'failed' && refund.waitReason ? `. ${refund.waitReason}` : ''}
      </span>
    </li>
  );
}
