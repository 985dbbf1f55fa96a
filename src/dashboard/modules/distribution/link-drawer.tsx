import { useQuery } from '@tanstack/react-query';
import { Navigate, Link as RouterLink, useNavigate, useParams } from '@tanstack/react-router';
import { Archive, Copy, ExternalLink, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { readAt } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Details } from '../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';
import { ChangeLinkDialog } from './change-link-dialog.tsx';
import { LinkClicks } from './link-clicks.tsx';
import { copyLink } from './links-page.tsx';
import { type Link, purposeWords, targetWords } from './words.ts';

/** One link beside the list: what it is, who came, and why a machine counts as one. */
export function LinkDrawer() {
  const { slug = '' } = useParams({ strict: false });
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const found = useQuery(readAt<{ data: Link[] }>('/api/v1/links', { q: slug, limit: 50 }));
  const links = found.data?.data ?? [];
  const link = links.find((one) => one.slug === slug);
  const renamed = link ? undefined : links.find((one) => one.formerSlugs.includes(slug));
  const close = () =>
    void navigate({
      to: paths.links,
      search: ((now: Record<string, string>) => now) as never,
      resetScroll: false,
    });
  if (renamed)
    return (
      <Navigate
        to={paths.link(renamed.slug)}
        search={((now: Record<string, string>) => now) as never}
        replace
      />
    );
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
            It was archived, or it never was one of this workspace.
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
        <LinkClicks link={link} />
      </Drawer>
      {changing ? <ChangeLinkDialog link={link} onClose={() => setChanging(false)} /> : null}
    </>
  );
}
