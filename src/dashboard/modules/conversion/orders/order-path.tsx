import { Link } from '@tanstack/react-router';
import {
  Banknote,
  CircleDot,
  Clapperboard,
  Hand,
  Link2,
  type LucideIcon,
  MessageCircleQuestionMark,
  ShoppingCart,
  UserRound,
} from 'lucide-react';
import { useWorkspace } from '../../../shell/workspace.ts';
import { duration, moment, plural } from '../../../ui/words.ts';
import { Part } from './part.tsx';
import type { Order } from './words.ts';

const icons: Record<string, LucideIcon> = {
  click: Link2,
  lead: UserRound,
  trial: MessageCircleQuestionMark,
  'hand-raise': Hand,
  video: Clapperboard,
  checkout: ShoppingCart,
  order: Banknote,
};

/** The way that led to the order, from the first click to the payment, as it was when it was booked. */
export function OrderPath({ order }: { order: Order }) {
  const { paths } = useWorkspace();
  const took = order.conversionSeconds;
  return (
    <Part title="The way here" aside={took === null ? undefined : `${lengthOf(took)} from the first touch`}>
      {order.path.length === 0 ? (
        <p className="text-ink-2">Nothing is known of what came before the payment.</p>
      ) : (
        <ol>
          {order.path.map((entry, at) => {
            const Icon = icons[entry.kind] ?? CircleDot;
            return (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a path is written once and never changes.
                key={at}
                className="relative flex gap-3 pb-3 before:absolute before:top-6 before:bottom-0 before:left-2 before:border-line-strong before:border-l last:before:hidden"
              >
                <Icon className="mt-0.5 shrink-0 text-ink-2" aria-hidden />
                <span className="min-w-0 flex-1">
                  {entry.href ? (
                    <Link
                      to={`${paths.home.replace(/\/$/, '')}${entry.href}`}
                      className="opens-rows rounded-1"
                    >
                      {entry.label}
                    </Link>
                  ) : (
                    entry.label
                  )}
                </span>
                <time dateTime={entry.at} className="figures shrink-0 text-ink-3 text-xs leading-5">
                  {moment(entry.at)}
                </time>
              </li>
            );
          })}
        </ol>
      )}
    </Part>
  );
}

/** Minutes and hours up to two days, then days. */
const lengthOf = (seconds: number): string =>
  seconds < 2 * 86_400
    ? duration(Math.max(1, Math.round(seconds / 60)))
    : plural(Math.round(seconds / 86_400), 'day');
