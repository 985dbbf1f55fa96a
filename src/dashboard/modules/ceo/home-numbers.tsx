import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import type { Rate } from '../../ui/estimate.tsx';
import { type KeyNumber, KeyNumbers } from '../../ui/key-numbers.tsx';
import { OpensRows } from '../../ui/rows.tsx';
import { Bone } from '../../ui/states.tsx';
import { money, number, ofWhat, plural } from '../../ui/words.ts';

type Home = Shape<'Home'>;
type Told = Home['numbers'][number];

/** Fewer people than this say nothing about a rate. */
const tooFew = 10;

/** The stages of the funnel, each with the rate that leads to it and who the rate is a share of. */
const stages: { key: string; rate?: string; of?: string }[] = [
  { key: 'readers' },
  { key: 'emails', rate: 'reader_to_email', of: 'readers' },
  { key: 'trials', rate: 'email_to_trial', of: 'e-mails' },
  { key: 'videos', rate: 'trial_to_video', of: 'trials' },
  { key: 'orders', rate: 'video_to_purchase', of: 'videos' },
];

/** The strip of key numbers. A rate stands under the count that it is a share of, with its range and target. */
export function HomeNumbers({ home }: { home: Home | undefined }) {
  const { can } = useWorkspace();
  if (!home)
    return (
      <div className="flex h-33 items-center gap-16 border-line border-y px-gutter" aria-hidden>
        {['w-14', 'w-16', 'w-18', 'w-20'].map((width) => (
          <Bone key={width} className={`${width} h-4`} />
        ))}
      </div>
    );
  const told = new Map(home.numbers.map((one) => [one.key, one]));
  const opens = can('leads.read');
  const strip: KeyNumber[] = [];
  for (const { key, rate, of } of stages) {
    const count = told.get(key);
    if (!count) continue;
    strip.push({
      id: key,
      label: count.label,
      value: number(count.value ?? 0),
      ...(opens && count.rowsQuery ? { rows: count.rowsQuery } : {}),
      ...(rate ? rateOf(told.get(rate), count, of ?? '') : machinesOf(told, opens)),
    });
  }
  const booked = told.get('booked');
  if (booked) strip.push(moneyOf(booked, told, home.currency, opens));
  return <KeyNumbers label={`Key numbers of the last ${home.days} days`} numbers={strip} />;
}

function machinesOf(told: Map<string, Told>, opens: boolean): Pick<KeyNumber, 'note' | 'split'> {
  const people = told.get('readers')?.value ?? 0;
  const machines = Math.max(0, (told.get('readersRaw')?.value ?? people) - people);
  const words = plural(machines, 'machine');
  return {
    note: 'people',
    split: {
      people,
      machines,
      note:
        machines === 0 ? (
          'no machines set aside'
        ) : (
          <>+ {opens ? <OpensRows rows="set-aside">{words}</OpensRows> : words} set aside</>
        ),
    },
  };
}

function moneyOf(booked: Told, told: Map<string, Told>, currency: string, opens: boolean): KeyNumber {
  const orders = told.get('orders')?.value ?? 0;
  const unattributed = told.get('unattributed')?.value ?? 0;
  const words = money(unattributed, currency);
  return {
    id: 'booked',
    label: booked.label,
    value: money(booked.value ?? 0, currency),
    ...(opens && booked.rowsQuery ? { rows: booked.rowsQuery } : {}),
    note:
      unattributed === 0 ? (
        booked.value ? (
          'all of it attributed'
        ) : orders > 0 ? (
          'in another currency'
        ) : (
          'no order yet'
        )
      ) : (
        <>{opens ? <OpensRows rows="unattributed">{words}</OpensRows> : words} unattributed</>
      ),
  };
}

/** The range under the count, or why there is none yet. */
function rateOf(told: Told | undefined, count: Told, of: string): Pick<KeyNumber, 'rate' | 'note'> {
  if (!told?.n) return { note: `no ${of} yet` };
  const part = count.value ?? 0;
  if (told.value === null) return { note: `more than ${number(told.n)} ${of} in this time` };
  if (told.n < tooFew) return { note: `${ofWhat(part, told.n)} ${of}, too few to tell` };
  const rate: Rate = {
    part,
    of: told.n,
    low: told.low ?? 0,
    high: told.high ?? 1,
    ...(told.target === null ? {} : { target: told.target }),
  };
  return { rate };
}
