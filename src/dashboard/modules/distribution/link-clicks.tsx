import { useInfiniteQuery } from '@tanstack/react-query';
import { readPages, rowsOf } from '../../api/queries.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { SplitBar } from '../../ui/key-numbers.tsx';
import { RawSplit, useRawSplit } from '../../ui/raw-split.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { moment, number, plural } from '../../ui/words.ts';
import { type Click, deviceWords, type Link, machineReason, referrerWords } from './words.ts';

/** Every click, newest first. People shows whose they were; Raw adds the machines, each with its reason. */
export function LinkClicks({ link }: { link: Link }) {
  const { raw } = useRawSplit();
  const found = useInfiniteQuery(readPages<Click>(`/api/v1/links/${link.id}/clicks`, { limit: 100 }));
  const all = rowsOf(found.data);
  const rows = raw ? all : all.filter((click) => !click.isBot);
  const { people, machines } = link.clicks;
  const columns: Column<Click>[] = [
    { id: 'at', header: 'When', width: raw ? '8.5rem' : '9.5rem', cell: (click) => moment(click.at) },
    { id: 'from', header: 'From', cell: (click) => referrerWords(click.referrer) },
    {
      id: 'device',
      header: 'With',
      width: '29%',
      quiet: true,
      cell: (click) => <span title={click.userAgent ?? ''}>{deviceWords(click.userAgent)}</span>,
    },
    ...(raw
      ? [
          {
            id: 'reason',
            header: 'Machine, because',
            width: '33%',
            cell: (click: Click) =>
              click.isBot ? (
                <>
                  <span className="hatched mr-2 inline-block size-2.5 rounded-[2px]" aria-hidden />
                  {machineReason(click.botReason)}
                </>
              ) : (
                <span className="text-ink-3">a person</span>
              ),
          },
        ]
      : [
          {
            id: 'visitor',
            header: 'Visitor that day',
            width: '8rem',
            quiet: true,
            cell: (click: Click) => <span className="font-mono text-xs">{click.visitor.slice(0, 8)}</span>,
          },
        ]),
  ];
  return (
    <section aria-label="Clicks">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 pt-4 pb-2">
        <h3 className="font-strong">Clicks</h3>
        <SplitBar people={people} machines={machines} />
        <span className="figures text-ink-2 text-xs">
          {plural(people, 'by people', 'by people')}, {number(machines)} by machines
        </span>
        <span className="ml-auto">
          <RawSplit />
        </span>
      </div>
      {found.error && all.length === 0 ? (
        <div className="px-5 py-3">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption={`Clicks on /l/${link.slug}`}
          columns={columns}
          rows={rows}
          rowKey={(click) => click.id}
          loading={found.isLoading}
          phone={(click) => ({
            title: referrerWords(click.referrer),
            note: deviceWords(click.userAgent),
            end: moment(click.at),
            ...(click.isBot ? { endNote: machineReason(click.botReason) } : {}),
          })}
          empty={
            <p className="text-ink-2">
              {machines > 0 && !raw
                ? `No person yet. ${plural(machines, 'machine')} came by; Raw shows ${machines === 1 ? 'it' : 'them'}.`
                : 'Nobody has clicked yet. Copy the short link and put it where your readers are.'}
            </p>
          }
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
    </section>
  );
}
