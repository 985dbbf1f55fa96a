import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { send } from '../../api/client.ts';
import { keyOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Section } from '../../ui/rows.tsx';
import { Bone, ErrorBlock } from '../../ui/states.tsx';
import { number, plural } from '../../ui/words.ts';
import type { Rule } from './rule-fields.ts';

type Preview = Shape<'SegmentPreview'>;

/** Who a rule finds, asked anew a moment after the last change. */
export function usePreview(rule: Rule): UseQueryResult<Preview> {
  const wanted = JSON.stringify(rule);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), 250);
    return () => clearTimeout(timer);
  }, [wanted]);
  const settled = JSON.parse(asked) as Rule;
  return useQuery({
    queryKey: keyOf('/api/v1/segments/previews', asked),
    queryFn: ({ signal }) =>
      send<Preview>('POST', '/api/v1/segments/previews', { body: { rule: settled }, signal }),
    enabled: settled.all.length + settled.any.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** The live count and ten of the people, each with what made them fit. */
export function WhoFits({ preview, isEmpty }: { preview: UseQueryResult<Preview>; isEmpty: boolean }) {
  const { paths } = useWorkspace();
  const { data, error } = preview;
  if (isEmpty)
    return (
      <Section title="Who fits right now">
        <p className="text-ink-2">People appear here while you say the rule.</p>
      </Section>
    );
  if (error && !data)
    return (
      <Section title="Who fits right now">
        <ErrorBlock error={error} onRetry={() => void preview.refetch()} />
      </Section>
    );
  return (
    <Section title={preview.isPlaceholderData ? 'Counting again' : 'Who fits right now'}>
      <p className="figures font-strong text-num" aria-live="polite">
        {data ? number(data.count) : <Bone className="my-3 w-10" />}
      </p>
      <p className="mb-3 text-ink-2 text-xs">
        {data && data.people.length < data.count
          ? `people; the first ${plural(data.people.length, 'person', 'people')}:`
          : 'people'}
      </p>
      <ul className="flex flex-col">
        {data?.people.map((person) => (
          <li key={person.id} className="border-line border-t py-2">
            <Link to={paths.lead(person.id)} className="rounded-1 font-strong hover:underline">
              {person.name}
            </Link>
            <p className="text-ink-2 text-xs">{person.reasons.join(' · ')}</p>
          </li>
        ))}
      </ul>
      {data && data.count === 0 ? (
        <p className="text-ink-2">Nobody fits yet. People who come later join by themselves.</p>
      ) : null}
    </Section>
  );
}
