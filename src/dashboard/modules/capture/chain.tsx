import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorkspacePaths } from '../../paths.ts';
import { Marked } from '../../ui/marks.tsx';
import { moment } from '../../ui/words.ts';
import { channelWord, type Lead } from './words.ts';

interface ChainLink {
  label: string;
  value: ReactNode;
  aside?: ReactNode;
}

const quiet = 'rounded-1 underline decoration-line-strong underline-offset-3 hover:decoration-ink';

/** One person followed back to the sentence: passage, step, link, click, gate. Only what is known stands in it. */
export function chainOf(lead: Lead, paths: WorkspacePaths, { withLead = false } = {}): ChainLink[] {
  const { click, link, playbook, version, stepPosition, stepTitle, passages } = lead.firstTouch;
  const links: ChainLink[] = [];
  const passage = passages[0];
  if (passage) {
    links.push({
      label: 'Passage',
      value: <Marked>“{passage.quote}”</Marked>,
      ...(passage.source
        ? {
            aside: (
              <Link
                to={paths.source(passage.source.id)}
                hash={`${passage.start}-${passage.end}`}
                className={quiet}
              >
                {passage.source.title}
              </Link>
            ),
          }
        : {}),
    });
  }
  if (stepPosition !== null)
    links.push({
      label: 'Step',
      value: playbook ? (
        <Link to={paths.playbook(playbook.slug, stepPosition)} className={quiet}>
          {[stepPosition, stepTitle].filter(Boolean).join(', ')}
        </Link>
      ) : (
        [stepPosition, stepTitle].filter(Boolean).join(', ')
      ),
      ...(version ? { aside: `version ${version.number}` } : {}),
    });
  if (playbook) links.push({ label: 'Playbook', value: playbook.title });
  if (link)
    links.push({
      label: 'Link',
      value: (
        <Link to={paths.link(link.slug)} className={`${quiet} font-mono text-xs`}>
          /l/{link.slug}
        </Link>
      ),
      aside: link.title !== link.slug ? link.title : undefined,
    });
  if (click)
    links.push({ label: 'Click', value: `A person, from ${channelWord(lead)}`, aside: moment(click.at) });
  if (withLead)
    links.push({
      label: 'Lead',
      value: (
        <Link to={paths.lead(lead.id)} className={quiet}>
          {lead.name}
        </Link>
      ),
      aside: moment(lead.capturedAt),
    });
  return links;
}
