import { DotMark } from '../../../ui/chip.tsx';
import { moment, shortDay } from '../../../ui/words.ts';
import { Part } from './part.tsx';
import type { Order } from './words.ts';

/** What the buyer may open, since when, until when, and why no longer. */
export function Rights({ order }: { order: Order }) {
  return (
    <Part title="What it opens">
      {order.entitlements.length === 0 ? (
        <p className="text-ink-2">Nothing is granted yet. It follows the payment within a minute.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {order.entitlements.map((right) => (
            <li key={right.id} className="flex flex-wrap items-baseline gap-x-3">
              <span className="min-w-0 flex-1 basis-52 font-medium">{right.label}</span>
              <span className="text-ink-2 text-xs">
                {right.revokedAt ? (
                  <DotMark tone="bad">
                    closed {moment(right.revokedAt)}
                    {right.revokedReason ? `: ${right.revokedReason}` : ''}
                  </DotMark>
                ) : right.expiresAt && Date.parse(right.expiresAt) <= Date.now() ? (
                  <DotMark>ended {shortDay(right.expiresAt)}</DotMark>
                ) : (
                  <DotMark tone="ok">
                    open since {moment(right.grantedAt)}
                    {right.expiresAt ? `, until ${shortDay(right.expiresAt)}` : ', for good'}
                  </DotMark>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
