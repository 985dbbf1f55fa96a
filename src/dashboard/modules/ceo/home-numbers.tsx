import { useQuery } from '@tanstack/react-query';
import { readAt } from '../../api/queries.ts';
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

/** Shorter than the server's, because the strip says whose they are right below. */
const labels: Record<string, string> = { clicks: 'Clicks', confirmed: 'Confirmed' };

/** The strip of key numbers. A rate stands under the count that it is a share of, with its range and target. */
export function HomeNumbers({ home }: { home: Home | undefined }) {
  const { can } = useWorkspace();
  const machines = useQuery({
    ...readAt<Shape<'Rows'>>('/api/v1/rows', { query: 'machines', limit: 1 }),
    enabled: can('leads.read') && home !== undefined,
  });
  if (!home)
    return (
      <div className="flex h-33 items-center gap-16 border-line border-y px-gutter" aria-hidden>
        {['w-14', 'w-16', 'w-18', 'w-20'].map((width) => (
          <Bone key={width} className={`${width} h-4`} />
        ))}
      </div>
    );
  const told = new Map(home.numbers.map((one) => [one.key, one]));
  const strip = home.numbers
    .filter((one) => one.format !== 'share' || one.key !== 'emailRate')
    .map((one) => show(one, told.get('emailRate'), home.currency, can('leads.read')));
  const clicks = strip.find((one) => one.id === 'clicks');
  if (clicks && machines.data)
    clicks.split = {
      people: told.get('clicks')?.value ?? 0,
      machines: machines.data.sum,
      note:
        machines.data.sum > 0 ? (
          <>
            + <OpensRows rows="machines">{plural(machines.data.sum, 'machine')}</OpensRows> set aside
          </>
        ) : (
          'no machines set aside'
        ),
    };
  return <KeyNumbers label={`Key numbers of the last ${home.days} days`} numbers={strip} />;
}

function show(one: Told, emailRate: Told | undefined, currency: string, opens: boolean): KeyNumber {
  const rows = opens && one.rowsQuery ? { rows: one.rowsQuery } : {};
  if (one.key === 'leads')
    return {
      id: one.key,
      label: 'E-mails',
      value: number(one.value ?? 0),
      ...rows,
      ...rateOf(emailRate, 'readers'),
    };
  if (one.format === 'share') {
    const count = Math.round((one.value ?? 0) * (one.n ?? 0));
    return {
      id: one.key,
      label: labels[one.key] ?? one.label,
      value: number(count),
      ...rows,
      ...rateOf(one, 'e-mails'),
    };
  }
  return {
    id: one.key,
    label: labels[one.key] ?? one.label,
    value: one.value === null ? '–' : one.format === 'money' ? money(one.value, currency) : number(one.value),
    ...rows,
    ...(one.key === 'readers' || one.key === 'clicks' ? { note: 'people' } : {}),
  };
}

/** The range beside the count, or why there is none yet. */
function rateOf(told: Told | undefined, of: string): Pick<KeyNumber, 'rate' | 'note'> {
  if (!told || told.value === null || !told.n) return { note: `no ${of} yet` };
  const part = Math.round(told.value * told.n);
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
