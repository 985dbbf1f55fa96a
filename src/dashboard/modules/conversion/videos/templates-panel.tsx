import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { read } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, TextButton } from '../../../ui/button.tsx';
import { DotMark } from '../../../ui/chip.tsx';
import { Section } from '../../../ui/rows.tsx';
import { percent, plural } from '../../../ui/words.ts';
import { countWords, place, type Template } from './words.ts';

interface TemplatesPanelProps {
  templates: Template[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

/** Fewer people than this say nothing about a rate. */
const TOO_FEW = 10;

/** One template for each playbook, with what became of its films. */
export function TemplatesPanel({ templates, chosen, onChoose }: TemplatesPanelProps) {
  const { paths, can } = useWorkspace();
  const playbooks = useQuery(read('/api/v1/playbooks', { params: { query: { limit: 200 } } }));
  const bare = (playbooks.data?.data ?? []).filter(
    ({ id, currentVersion }) => currentVersion && !templates.some(({ playbook }) => playbook?.id === id),
  );
  const make = useAct({
    run: (playbookId: string) => send<Template>('POST', '/api/v1/video-templates', { body: { playbookId } }),
    changes: ['video-templates'],
    says: (_, template) => `${plural(template.scenes.length, 'scene')} made from the playbook`,
  });
  return (
    <>
      {templates.map((template) => (
        <Section
          key={template.id}
          title={
            <Link to={paths.videoTemplate(template.id)} className="rounded-1 hover:underline">
              {template.name}
            </Link>
          }
        >
          <p className="text-ink-2 text-xs">
            {plural(template.scenes.length, 'scene')}, {place(template.durationMs)}.{' '}
            {template.offer
              ? `Ends in “${template.offer.name}”.`
              : 'Ends without an offer: none can be bought now.'}
          </p>
          <p className="mt-2 text-xs">
            <DotMark tone={template.state === 'published' ? 'ok' : 'wait'}>
              {template.state === 'published' ? 'Published' : 'Being changed; new films wait'}
            </DotMark>
          </p>
          <p className="figures mt-2 text-ink-2 text-xs">
            {countWords(template.counts)}
            {template.counts.sent >= TOO_FEW
              ? ` (${percent(template.counts.watched, template.counts.sent)} of those sent)`
              : ''}
          </p>
          <div className="mt-2 flex gap-4 text-xs">
            <Link
              to={paths.videoTemplate(template.id)}
              className="rounded-1 text-accent-text underline decoration-line-strong underline-offset-3"
            >
              Change the scenes
            </Link>
            {templates.length > 1 ? (
              <TextButton onClick={() => onChoose(chosen === template.id ? undefined : template.id)}>
                {chosen === template.id ? 'Show all films' : 'Only its films'}
              </TextButton>
            ) : null}
          </div>
        </Section>
      ))}
      {bare.length > 0 && can('videos.write') ? (
        <Section title="Without a template">
          {bare.map(({ id, title }) => (
            <div key={id} className="mb-3">
              <p className="mb-1.5 text-ink-2 text-xs">
                “{title}” gets its own with the first offer or the first raised hand.
              </p>
              <Button
                look="secondary"
                size="sm"
                busy={make.isPending && make.variables === id && 'Making'}
                onClick={() => make.mutate(id)}
              >
                Make it now
              </Button>
            </div>
          ))}
        </Section>
      ) : null}
      {templates.length === 0 && bare.length === 0 ? (
        <p className="text-ink-2 text-xs">
          Publish a playbook first: the six scenes are made from what its readers see.
        </p>
      ) : null}
    </>
  );
}
