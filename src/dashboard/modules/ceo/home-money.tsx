import type { Shape } from '../../api/shapes.ts';
import { Bars } from '../../ui/bars.tsx';
import { money, shortDay, shortMoney } from '../../ui/words.ts';

type Week = Shape<'Home'>['money'][number];

const weekMs = 7 * 86_400_000;
const shownWeeks = 12;

/** Booked money per week; weeks without an order stand as nothing, the running week is hatched. */
export function MoneyPerWeek({ weeks, currency }: { weeks: Week[]; currency: string }) {
  if (weeks.length === 0)
    return (
      <section aria-label="Money per week" className="mt-3 border-line border-t px-gutter py-5">
        <h2 className="font-strong">Money per week</h2>
        <p className="mt-1 text-ink-2">
          No sale yet. When one comes, you will see every step that led to it.
        </p>
      </section>
    );
  const all = filled(weeks);
  const sum = all.reduce((total, week) => total + week.amountMinor, 0);
  const best = all.reduce((most, week) => (week.amountMinor > most.amountMinor ? week : most));
  const last = all[all.length - 1];
  return (
    <div className="mt-3 border-line border-t">
      <Bars
        title={
          best === last
            ? `The best week of ${all.length}`
            : `Best week: ${shortDay(best.week)}, ${money(best.amountMinor, currency)}`
        }
        note={`Booked per week, ${money(sum, currency)} in ${all.length} weeks`}
        unit="Booked"
        csvName="money-per-week"
        format={(minor) => money(minor, currency)}
        axis={(minor) => shortMoney(minor, currency)}
        bars={all.map((week) => ({
          label: shortDay(week.week),
          value: week.amountMinor,
          accent: week === best,
          unfinished: week === last,
        }))}
      />
    </div>
  );
}

/** Twelve weeks up to the running one, with the empty ones between. */
function filled(weeks: Week[]): Week[] {
  const known = new Map(weeks.map((week) => [week.week, week.amountMinor]));
  const newest = Math.max(...weeks.map((week) => Date.parse(week.week)), mondayOf(Date.now()));
  return Array.from({ length: shownWeeks }, (_, at) => {
    const week = new Date(newest - (shownWeeks - 1 - at) * weekMs).toISOString().slice(0, 10);
    return { week, amountMinor: known.get(week) ?? 0 };
  });
}

function mondayOf(when: number): number {
  const date = new Date(when);
  const midnight = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return midnight - ((date.getDay() + 6) % 7) * 86_400_000;
}
