import { Fragment } from 'react';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { AgainstTarget, Interval, type Rate as Shown } from '../../ui/estimate.tsx';
import { OpensRows } from '../../ui/rows.tsx';
import { number, percent, plural, range } from '../../ui/words.ts';

type Funnel = Shape<'Funnel'>;
type Stage = Funnel['stages'][number];
type Rate = Funnel['rates'][number];

/** Fewer people than this say nothing about a rate. */
const tooFew = 10;

const head = 'h-9 border-line border-b pr-4 text-left font-medium text-ink-2 text-xs';
const cell = 'h-13 border-line border-b pr-4';

/** Five stages with their people, why the others are not here, and the rate against its target. */
export function FunnelTable({ funnel }: { funnel: Funnel }) {
  const { can } = useWorkspace();
  const opens = can('leads.read');
  const raw = funnel.reach === 'raw';
  const most = Math.max(
    1,
    ...funnel.stages.map((stage) => (raw ? stage.raw : stage.people)),
    funnel.stages[0]?.raw ?? 0,
  );
  const rateTo = (stage: Stage) => funnel.rates.find(({ to }) => to === stage.key);
  return (
    <section aria-label="Funnel" className="px-gutter pt-5">
      <h2 className="mb-2 font-strong text-lg">{funnel.finding}</h2>
      <table className="w-full border-separate border-spacing-0 max-tablet:hidden">
        <caption className="sr-only">People at each stage, and the rate that leads there</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} w-29`}>
              Stage
            </th>
            <th scope="col" className={head}>
              People
            </th>
            <th scope="col" className={`${head} w-18 text-right`}>
              Count
            </th>
            <th scope="col" className={`${head} w-24 text-right`}>
              Of previous
            </th>
            <th scope="col" className={`${head} w-48`}>
              Likely range, target ▾
            </th>
            <th scope="col" className={`${head} w-38`}>
              Against target
            </th>
          </tr>
        </thead>
        <tbody>
          {funnel.stages.map((stage) => {
            const rate = rateTo(stage);
            return (
              <tr key={stage.key}>
                <th scope="row" className={`${cell} text-left font-strong`}>
                  {stage.label}
                </th>
                <td className={cell}>
                  <span className="flex min-w-0 items-center gap-3">
                    <Bar stage={stage} most={most} />
                    <Reasons stage={stage} opens={opens} />
                  </span>
                </td>
                <td className={`${cell} figures text-right font-strong`}>
                  <Count stage={stage} raw={raw} opens={opens} />
                </td>
                <td className={`${cell} figures text-right font-strong`}>
                  {rate ? <Share rate={rate} /> : null}
                </td>
                <td className={cell}>
                  {rate ? <Likely rate={rate} /> : <SetAside stage={stage} raw={raw} opens={opens} />}
                </td>
                <td className={`${cell} pr-0`}>{rate ? <Against rate={rate} /> : null}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ol className="tablet:hidden">
        {funnel.stages.map((stage) => {
          const rate = rateTo(stage);
          return (
            <li key={stage.key} className="flex flex-col gap-1.5 border-line border-t py-3">
              <span className="flex items-baseline justify-between gap-4">
                <span className="font-strong">{stage.label}</span>
                <span className="figures font-strong text-lg">
                  <Count stage={stage} raw={raw} opens={opens} />
                </span>
              </span>
              <span className="flex">
                <Bar stage={stage} most={most} />
              </span>
              {rate ? (
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="figures font-strong">
                    <Share rate={rate} />
                  </span>
                  <Likely rate={rate} />
                  <Against rate={rate} />
                </span>
              ) : (
                <SetAside stage={stage} raw={raw} opens={opens} />
              )}
              <Reasons stage={stage} opens={opens} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Count({ stage, raw, opens }: { stage: Stage; raw: boolean; opens: boolean }) {
  const words = number(raw ? stage.raw : stage.people);
  return opens ? <OpensRows rows={stage.rowsQuery}>{words}</OpensRows> : words;
}

/** People solid; machines and suspects hatched behind them. */
function Bar({ stage, most }: { stage: Stage; most: number }) {
  const share = (part: number) => `${(100 * part) / most}%`;
  const aside = stage.raw - stage.people;
  return (
    <span
      role="img"
      aria-label={`${plural(stage.people, 'person', 'people')}${aside > 0 ? `, ${plural(aside, 'machine or suspect', 'machines and suspects')}` : ''}`}
      className="flex h-6 w-full max-w-[30rem] shrink-0 gap-px"
      style={{ flexBasis: `max(2px, ${share(stage.raw)})`, width: `max(2px, ${share(stage.raw)})` }}
    >
      <span className="min-w-0.5 rounded-1 bg-chart-1" style={{ flexGrow: stage.people || 0.001 }} />
      {aside > 0 ? <span className="hatched min-w-0.5 rounded-1" style={{ flexGrow: aside }} /> : null}
    </span>
  );
}

/** Why people of the stage before are not here: the two that weigh most, all of them on a phone. */
function Reasons({ stage, opens }: { stage: Stage; opens: boolean }) {
  if (stage.reasons.length === 0 && stage.beside === 0) return null;
  return (
    <span className="min-w-32 flex-1 text-ink-2 text-xs">
      {stage.reasons.map((reason, at) => (
        <Fragment key={reason.key}>
          {at > 0 ? ' · ' : null}
          {opens ? (
            <OpensRows rows={reason.rowsQuery}>{number(reason.people)}</OpensRows>
          ) : (
            number(reason.people)
          )}{' '}
          {reason.words}
        </Fragment>
      ))}
      {stage.beside > 0 ? (
        <>
          {stage.reasons.length > 0 ? ' · ' : null}
          {number(stage.beside)} more came another way
        </>
      ) : null}
    </span>
  );
}

function SetAside({ stage, raw, opens }: { stage: Stage; raw: boolean; opens: boolean }) {
  const aside = stage.raw - stage.people;
  if (aside === 0) return <span className="text-ink-2 text-xs">no machines</span>;
  const words = plural(aside, 'machine');
  return (
    <span className="text-ink-2 text-xs">
      {opens && stage.asideQuery ? <OpensRows rows={stage.asideQuery}>{words}</OpensRows> : words}{' '}
      {raw ? 'among them' : 'set aside'}
    </span>
  );
}

const shown = ({ part, n, low, high, target }: Rate): Shown => ({
  part,
  of: n,
  low: low ?? 0,
  high: high ?? 1,
  target,
});

function Share({ rate }: { rate: Rate }) {
  if (rate.n === 0 || rate.value === null) return <span className="text-ink-3">–</span>;
  return (
    <span className={rate.n < tooFew ? 'text-ink-2' : ''} title={`${number(rate.part)} of ${number(rate.n)}`}>
      {percent(rate.part, rate.n)}
    </span>
  );
}

function Likely({ rate }: { rate: Rate }) {
  if (rate.n === 0)
    return <span className="text-ink-2 text-xs">nobody yet; target {Math.round(100 * rate.target)}%</span>;
  if (rate.value === null)
    return (
      <span className="text-ink-2 text-xs">
        {number(rate.part)} of {number(rate.n)}: the period is too short
      </span>
    );
  return (
    <span className="flex items-center gap-2.5">
      <Interval rate={shown(rate)} />
      <span className="figures whitespace-nowrap text-ink-2 text-xs">
        {range(rate.low ?? 0, rate.high ?? 1, rate.n < 100 ? 0 : 1)}
      </span>
    </span>
  );
}

function Against({ rate }: { rate: Rate }) {
  if (rate.n === 0) return null;
  if (rate.value === null) return <span className="text-ink-2">Too early</span>;
  return <AgainstTarget rate={shown(rate)} />;
}
