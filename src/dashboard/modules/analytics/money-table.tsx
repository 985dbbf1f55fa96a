import type { Shape } from '../../api/shapes.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Select } from '../../ui/field.tsx';
import { OpensRows } from '../../ui/rows.tsx';
import { money, number } from '../../ui/words.ts';

type Attribution = Shape<'Attribution'>;
type Row = Attribution['rows'][number];
type Model = 'first' | 'last' | 'linear' | 'position';

const models: { key: Model; label: string }[] = [
  { key: 'first', label: 'First touch' },
  { key: 'last', label: 'Last touch' },
  { key: 'linear', label: 'Linear' },
];

const head = 'h-9 border-line border-b font-medium text-ink-2 text-xs';
const right = 'pl-4 text-right';
const cell = 'figures h-row border-line border-b';
const sum = 'figures h-row font-strong';

const exact = (minor: number, currency: string) => money(minor, currency, minor % 100 !== 0);

/** Where the money came from: sources by model, with the unattributed as a row and the booked as the sum. */
export function MoneyTable({ money: told }: { money: Attribution }) {
  const { can } = useWorkspace();
  const [picked, setPicked] = useUrlState('model');
  const phoneModel = models.find(({ key }) => key === picked)?.key ?? 'last';
  const opens = can('leads.read') && can('orders.read');
  const net = told.booked.minor - told.refunds.amountMinor;
  const most = Math.max(
    1,
    ...told.rows.flatMap((row) => models.map(({ key }) => row.models[key].amountMinor)),
  );
  return (
    <section aria-label="Where the money came from" className="px-gutter pt-7">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 className="font-strong text-lg">Where the money came from</h2>
        <span className="text-ink-2 text-xs">Look back {told.lookBackDays} days</span>
      </div>
      {told.rows.length === 0 && told.booked.orders === 0 ? (
        <p className="py-2 text-ink-2">
          No sale yet. When one comes, you will see every step that led to it.
        </p>
      ) : (
        <>
          <table className="w-full border-separate border-spacing-0 max-tablet:hidden">
            <caption className="sr-only">Readers, e-mails and money of each way of coming, by model</caption>
            <thead>
              <tr>
                <th scope="col" className={`${head} text-left`}>
                  Came from
                </th>
                <th scope="col" className={`${head} ${right} w-20`}>
                  Readers
                </th>
                <th scope="col" className={`${head} ${right} w-20`}>
                  E-mails
                </th>
                {models.map(({ key, label }) => (
                  <th scope="col" key={key} className={`${head} ${right} w-44`}>
                    {label}
                  </th>
                ))}
                <th scope="col" className={`${head} ${right} w-32`}>
                  Per e-mail, last
                </th>
              </tr>
            </thead>
            <tbody>
              {told.rows.map((row) => (
                <tr key={row.channelGroup}>
                  <th scope="row" className={`${cell} text-left font-strong`}>
                    {row.label}
                  </th>
                  <td className={`${cell} ${right} text-ink-2`}>{number(row.readers)}</td>
                  <td className={`${cell} ${right} text-ink-2`}>{number(row.emails)}</td>
                  {models.map(({ key }) => (
                    <td key={key} className={`${cell} ${right}`}>
                      <Amount row={row} model={key} most={most} currency={told.currency} opens={opens} />
                    </td>
                  ))}
                  <td className={`${cell} ${right} text-ink-2`}>
                    {row.emails > 0 && row.models.last.amountMinor > 0
                      ? money(Math.round(row.models.last.amountMinor / row.emails), told.currency, true)
                      : '–'}
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row" className={`${cell} text-left font-normal text-ink-2`} colSpan={3}>
                  Unattributed
                  {told.unattributed.reasons[0]?.reason
                    ? `, ${told.unattributed.reasons[0].reason.charAt(0).toLowerCase()}${told.unattributed.reasons[0].reason.slice(1)}`
                    : ''}
                  {told.unattributed.reasons.length > 1 ? ' and more' : ''}
                </th>
                {models.map(({ key }) => (
                  <td key={key} className={`${cell} ${right}`}>
                    <Opens
                      rows={told.unattributed.rowsQuery}
                      opens={opens && told.unattributed.amountMinor !== 0}
                    >
                      {exact(told.unattributed.amountMinor, told.currency)}
                    </Opens>
                  </td>
                ))}
                <td className={cell} />
              </tr>
              {told.difference !== 0 ? (
                <tr>
                  <th scope="row" className={`${cell} text-left font-strong text-bad-ink`} colSpan={3}>
                    Difference: booked and not counted yet
                  </th>
                  {models.map(({ key }) => (
                    <td key={key} className={`${cell} ${right} text-bad-ink`}>
                      {exact(told.difference, told.currency)}
                    </td>
                  ))}
                  <td className={cell} />
                </tr>
              ) : null}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" className={`${sum} text-left`}>
                  {told.refunds.amountMinor > 0 ? 'Booked, refunds taken off' : 'Booked'}
                </th>
                <td className={`${sum} ${right}`}>
                  {number(told.rows.reduce((all, row) => all + row.readers, 0))}
                </td>
                <td className={`${sum} ${right}`}>
                  {number(told.rows.reduce((all, row) => all + row.emails, 0))}
                </td>
                {models.map(({ key }) => (
                  <td key={key} className={`${sum} ${right}`}>
                    {exact(net, told.currency)}
                  </td>
                ))}
                <td className={sum} />
              </tr>
            </tfoot>
          </table>
          <div className="tablet:hidden">
            <Select
              aria-label="Model"
              height="sm"
              className="mb-2"
              value={phoneModel}
              onChange={(event) => setPicked(event.target.value)}
            >
              {models.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
            <ul>
              {told.rows.map((row) => (
                <li
                  key={row.channelGroup}
                  className="flex items-center justify-between gap-4 border-line border-t py-2"
                >
                  <span>
                    <span className="block font-strong">{row.label}</span>
                    <span className="figures text-ink-2 text-xs">
                      {number(row.readers)} readers, {number(row.emails)} e-mails
                    </span>
                  </span>
                  <span className="figures">
                    <Amount row={row} model={phoneModel} most={most} currency={told.currency} opens={opens} />
                  </span>
                </li>
              ))}
              <li className="flex items-center justify-between gap-4 border-line border-t py-2 text-ink-2">
                <span>Unattributed</span>
                <span className="figures">
                  <Opens
                    rows={told.unattributed.rowsQuery}
                    opens={opens && told.unattributed.amountMinor !== 0}
                  >
                    {exact(told.unattributed.amountMinor, told.currency)}
                  </Opens>
                </span>
              </li>
            </ul>
          </div>
        </>
      )}
    </section>
  );
}

function Amount({
  row,
  model,
  most,
  currency,
  opens,
}: {
  row: Row;
  model: Model;
  most: number;
  currency: string;
  opens: boolean;
}) {
  const { amountMinor, rowsQuery } = row.models[model];
  if (amountMinor === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className="flex items-center justify-end gap-4">
      <span
        aria-hidden
        className="h-2 bg-chart-1"
        style={{ width: `${Math.max(0.1, (3.5 * Math.max(0, amountMinor)) / most)}rem` }}
      />
      <span className="min-w-14">
        <Opens rows={rowsQuery} opens={opens}>
          {exact(amountMinor, currency)}
        </Opens>
      </span>
    </span>
  );
}

function Opens({ rows, opens, children }: { rows: string; opens: boolean; children: string }) {
  return opens ? <OpensRows rows={rows}>{children}</OpensRows> : children;
}
