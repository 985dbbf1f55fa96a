import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useNavigate, useParams } from '@tanstack/react-router';
import { Archive, Copy, ExternalLink, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError } from '../../api/problems.ts';
import { readAt, readPages, rowsOf } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog, Drawer } from '../../ui/dialog.tsx';
import { SplitBar } from '../../ui/key-numbers.tsx';
import { RawSplit, useRawSplit } from '../../ui/raw-split.tsx';
import { Details } from '../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment, number, plural } from '../../ui/words.ts';
import { formOf, LinkFields, utmOf } from './link-fields.tsx';
import { copyLink } from './links-page.tsx';
import {
  type Click,
  deviceWords,
  type Link,
  machineReason,
  purposeWords,
  referrerWords,
  targetWords,
} from './words.ts';

/** One link beside the list: what it is, who came, and why a machine counts as one. */
export function LinkDrawer() {
  const { slug = '' } = useParams({ strict: false });
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const found = useQuery(readAt<{ data: Link[] }>('/api/v1/links', { q: slug, limit: 50 }));
  const link = found.data?.data.find((one) => one.slug === slug);
  const close = () =>
    void navigate({
      to: paths.links,
      search: ((now: Record<string, string>) => now) as never,
      resetScroll: false,
    });
  if (link) return <OpenLink link={link} onClose={close} />;
  return (
    <Drawer open onClose={close} title={`/l/${slug}`}>
      <div className="px-5 py-5">
        {found.error ? (
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        ) : found.isFetching ? (
          <Skeleton rows={5} />
        ) : (
          <EmptyState title="There is no such link" boxed={false}>
            It was renamed or archived, or it never was one of this workspace.
          </EmptyState>
        )}
      </div>
    </Drawer>
  );
}

function OpenLink({ link, onClose }: { link: Link; onClose: () => void }) {
  const { can, paths } = useWorkspace();
  const [changing, setChanging] = useState(false);
  const canWrite = can('links.write');
  const archive = useAct({
    run: () => send('DELETE', `/api/v1/links/${link.id}`),
    changes: ['links', 'performance'],
    says: () => `/l/${link.slug} archived`,
    undo: () => send('POST', `/api/v1/links/${link.id}/restorations`),
    onDone: onClose,
  });
  const utm = Object.entries(link.utm).filter(([, value]) => value);
  return (
    <>
      <Drawer
        open
        onClose={onClose}
        title={`/l/${link.slug}`}
        note={`${link.title === link.slug ? '' : `${link.title}, `}made ${moment(link.createdAt)}`}
        head={
          <div className="flex flex-wrap items-center gap-1.5">
            <Button size="sm" icon={<Copy />} onClick={() => copyLink(link)}>
              Copy short link
            </Button>
            <a href={link.target.url} target="_blank" rel="noreferrer" className={buttonClass('quiet', 'sm')}>
              <ExternalLink aria-hidden /> Open target
            </a>
            {canWrite ? (
              <span className="ml-auto flex gap-1.5">
                <Button size="sm" look="quiet" icon={<Pencil />} onClick={() => setChanging(true)}>
                  Change
                </Button>
                <Button
                  size="sm"
                  look="quiet"
                  icon={<Archive />}
                  busy={archive.isPending && 'Archiving'}
                  onClick={() => archive.mutate(undefined)}
                >
                  Archive
                </Button>
              </span>
            ) : null}
          </div>
        }
      >
        <div className="border-line border-b px-5 py-4">
          <Details
            items={[
              { label: 'Short link', value: <span className="font-mono text-xs">{link.shortUrl}</span> },
              {
                label: 'Leads to',
                value: link.target.playbookSlug ? (
                  <RouterLink to={paths.playbook(link.target.playbookSlug)} className="opens-rows rounded-1">
                    {targetWords(link)}
                  </RouterLink>
                ) : (
                  link.target.url
                ),
              },
              ...(link.purpose ? [{ label: 'Purpose', value: purposeWords[link.purpose] }] : []),
              ...(utm.length > 0
                ? [
                    {
                      label: 'UTM values',
                      value: (
                        <span className="flex flex-wrap gap-1.5">
                          {utm.map(([name, value]) => (
                            <Chip key={name}>
                              {name} {value}
                            </Chip>
                          ))}
                        </span>
                      ),
                    },
                  ]
                : []),
              ...(link.formerSlugs.length > 0
                ? [
                    {
                      label: 'Before',
                      value: (
                        <>
                          <span className="font-mono text-xs">
                            {link.formerSlugs.map((slug) => `/l/${slug}`).join(', ')}
                          </span>
                          <span className="block text-ink-3 text-xs">
                            {link.formerSlugs.length === 1
                              ? 'The old one still leads here.'
                              : 'The old ones still lead here.'}
                          </span>
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </div>
        <Clicks link={link} />
      </Drawer>
      {changing ? <ChangeDialog link={link} onClose={() => setChanging(false)} /> : null}
    </>
  );
}

/** Every click, newest first. People shows whose they were; Raw adds the machines, each with its reason. */
function Clicks({ link }: { link: Link }) {
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

function ChangeDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formOf(link));
  const renamed = form.slug.trim() !== link.slug;
  const open = (slug: string) =>
    void navigate({
      to: paths.link(slug),
      search: ((now: Record<string, string>) => now) as never,
      replace: true,
    });
  const save = useAct({
    run: () =>
      send<Link>('PATCH', `/api/v1/links/${link.id}`, {
        body: {
          ...(renamed ? { slug: form.slug.trim() } : {}),
          ...(form.title.trim() === link.title ? {} : { title: form.title.trim() }),
          purpose: form.purpose || null,
          utm: utmOf(form),
        },
      }),
    changes: ['links'],
    says: (_, now) =>
      renamed ? `Now /l/${now.slug}. The old one still leads here.` : `/l/${now.slug} changed`,
    undo: async (_, now) => {
      await send('PATCH', `/api/v1/links/${link.id}`, {
        body: { slug: link.slug, title: link.title, purpose: link.purpose, utm: link.utm },
      });
      if (renamed && window.location.pathname === paths.link(now.slug)) open(link.slug);
    },
    onError: () => {},
    onDone: (now) => {
      onClose();
      if (now.slug !== link.slug) open(now.slug);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Change /l/${link.slug}`}
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave as it is
          </Button>
          <Button look="primary" type="submit" form="change-link" busy={save.isPending && 'Saving'}>
            {renamed ? 'Rename link' : 'Save link'}
          </Button>
        </>
      }
    >
      <form
        id="change-link"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <LinkFields
          form={form}
          onChange={setForm}
          error={save.error}
          slugHint={
            renamed
              ? `/l/${link.slug} still leads here after the change.`
              : 'A renamed link is still reached by its old address.'
          }
        />
        {save.error && !fieldError(save.error, '/slug') ? <ErrorBlock error={save.error} /> : null}
      </form>
    </Dialog>
  );
}
