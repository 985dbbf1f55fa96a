import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { read, readAt } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { Section } from '../../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { FieldsList, LeftOutNote } from './video-parts.tsx';
import { place, type Template } from './words.ts';

/** The saved template as one person would see it now. */
export function TemplatePreview({ template, isChanged }: { template: Template; isChanged: boolean }) {
  const [find, setFind] = useState('');
  const [leadId, setLead] = useState<string>();
  const q = useDeferredValue(find.trim() || undefined);
  const people = useQuery(
    readAt<{ data: Shape<'LeadSummary'>[] }>('/api/v1/leads', { ...(q && { q }), limit: 20 }),
  );
  const preview = useQuery(
    read('/api/v1/video-templates/{id}/preview', {
      params: { path: { id: template.id }, query: leadId ? { leadId } : {} },
    }),
  );
  return (
    <>
      <Section title="As a person sees it" aside={isChanged ? 'as saved, without your changes' : undefined}>
        <div className="mb-4 grid gap-2">
          <Field label="Find a person">
            <Input value={find} onChange={(event) => setFind(event.target.value)} />
          </Field>
          <Field label="Show it as">
            <Select value={leadId ?? ''} onChange={(event) => setLead(event.target.value || undefined)}>
              <option value="">somebody of whom nothing is known</option>
              {people.data?.data.map(({ id, name, company }) => (
                <option key={id} value={id}>
                  {company ? `${name}, ${company}` : name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {preview.error && !preview.data ? (
          <ErrorBlock error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          <>
            <LeftOutNote leftOut={preview.data.leftOut} />
            <p className="figures mb-3 text-ink-2 text-xs">{place(preview.data.durationMs)} in all</p>
            <ol className="grid gap-3">
              {preview.data.scenes.map((scene) => (
                <li
                  key={scene.position}
                  className="rounded-3 bg-[oklch(22%_0.018_222)] px-3.5 py-3 text-[oklch(97%_0.006_90)]"
                >
                  <p className="figures text-xs opacity-80">{place(scene.startMs)}</p>
                  <p className="font-serif text-lg leading-snug">{scene.title}</p>
                  <SceneText html={scene.html} />
                </li>
              ))}
            </ol>
          </>
        ) : (
          <Skeleton rows={5} note="Filling the scenes" />
        )}
      </Section>
      {preview.data ? <FieldsList fields={preview.data.fields} /> : null}
    </>
  );
}

/** The words of a scene without their markup: paragraphs, list lines and quotes as lines. */
function SceneText({ html }: { html: string }) {
  const parsed = new DOMParser().parseFromString(html.replaceAll('<br>', '\n'), 'text/html');
  const blocks = [...parsed.body.querySelectorAll('p, li, blockquote')];
  return (
    <div className="mt-1.5 grid gap-1 text-xs">
      {blocks.map((block, at) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no identity.
          key={`line-${at}`}
          className={block.tagName === 'BLOCKQUOTE' ? 'border-current border-l-2 pl-2 italic' : undefined}
        >
          {block.textContent}
        </p>
      ))}
    </div>
  );
}
