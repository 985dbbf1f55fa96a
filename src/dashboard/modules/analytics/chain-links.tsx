import type { Shape } from '../../api/shapes.ts';
import { Marked } from '../../ui/marks.tsx';
import { moment } from '../../ui/words.ts';
import { PlaceLink } from '../ceo/place-link.tsx';

type Link = Shape<'Chain'>['links'][number];

const words: Record<Link['kind'], string> = {
  source: 'Source',
  passage: 'Passage',
  step: 'Step',
  version: 'Version',
  link: 'Link',
  click: 'Click',
  reader: 'Reader',
  lead: 'Lead',
  trial: 'Trial',
  'hand-raise': 'Hand',
  video: 'Video',
  order: 'Order',
  share: 'Share',
};

const quiet = 'rounded-1 underline decoration-line-strong underline-offset-3 hover:decoration-ink';

function saidOf(link: Link) {
  if (link.kind === 'passage') return <Marked>“{link.label}”</Marked>;
  if (link.kind === 'link') return <span className="font-mono text-xs">{link.label}</span>;
  return link.label;
}

/** The links of a chain as the drawer shows them: what it is, what it says, when. */
export function chainLinks(links: Link[]) {
  const counts = new Map<string, number>();
  const labelOf = (kind: Link['kind']): string => {
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    return nth === 1 ? words[kind] : `${words[kind]} ${nth}`;
  };
  // The passage names its source at the end of its line.
  return links
    .filter((link) => link.kind !== 'source')
    .map((link) => {
      const value = saidOf(link);
      const aside =
        link.at === null ? link.detail : [link.detail, moment(link.at)].filter(Boolean).join(', ');
      return {
        label: labelOf(link.kind),
        value: link.href ? (
          <PlaceLink href={link.href} className={link.kind === 'passage' ? 'rounded-1' : quiet}>
            {value}
          </PlaceLink>
        ) : (
          value
        ),
        ...(aside ? { aside } : {}),
      };
    });
}
