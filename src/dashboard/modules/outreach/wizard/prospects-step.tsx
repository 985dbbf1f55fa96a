import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { read } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { Section } from '../../../ui/rows.tsx';
import { number, plural } from '../../../ui/words.ts';
import { PasteList } from '../paste-list.tsx';
import type { Campaign } from '../words.ts';
import { StepHead, WizardFrame } from './frame.tsx';

type List = Shape<'ProspectList'>;

/** Whom the campaign writes to: lists there are, or people pasted now. */
export function ProspectsStep({ campaign }: { campaign: Campaign }) {
  const { paths, can } = useWorkspace();
  const [isAdding, setAdding] = useState(false);
  const lists = useQuery(read('/api/v1/prospect-lists', { params: { query: { limit: 100 } } }));
  const own = campaign.listIds[0];
  const pick = useAct({
    run: (listIds: string[]) =>
      send<Campaign>('PATCH', `/api/v1/campaigns/${campaign.id}`, { body: { listIds } }),
    changes: ['campaigns'],
  });
  const take = useAct({
    run: (text: string) =>
      send<Shape<'ProspectImport'>>('POST', `/api/v1/prospect-lists/${own}/prospects`, {
        body: { text },
        headers: repeatable(),
      }),
    changes: ['prospect-lists', 'prospects'],
    says: (_, told) => told.sentence,
    onDone: () => setAdding(false),
  });
  const all = lists.data?.data ?? [];
  const chosen = all.filter((list) => campaign.listIds.includes(list.id));
  const ready = chosen.reduce((sum, list) => sum + list.ready, 0);
  const held = chosen.reduce((sum, list) => sum + list.held, 0);
  const isEmpty = lists.isSuccess && chosen.every((list) => list.total === 0);
  return (
    <WizardFrame
      campaign={campaign}
      step="prospects"
      note={ready > 0 ? `${plural(ready, 'person', 'people')} ready, ${number(held)} held back.` : undefined}
      primary={
        ready > 0 ? (
          <ButtonLink look="primary" to={paths.campaignStep(campaign.id, 'preflight')}>
            Check everything
          </ButtonLink>
        ) : null
      }
    >
      <StepHead
        title="Whom do you write to?"
        note="Paste people or take a CSV file. You see what would happen before anything is kept."
        aside={
          isEmpty || isAdding || !can('prospects.write') ? null : (
            <Button onClick={() => setAdding(true)}>Add people</Button>
          )
        }
      />
      <div className="flex max-w-180 flex-col gap-6">
        {own && can('prospects.write') && (isEmpty || isAdding) ? (
          <PasteList
            check={(text) =>
              send<Shape<'ProspectImport'>>('POST', `/api/v1/prospect-lists/${own}/prospects`, {
                body: { text, dryRun: true },
              })
            }
            take={(text) => take.mutate(text)}
            taking={take.isPending}
          />
        ) : null}
        <Section title="Lists" aside="A person on two lists gets one mail.">
          <ul>
            {all.map((list) => (
              <ListLine
                key={list.id}
                list={list}
                isChosen={campaign.listIds.includes(list.id)}
                onChoose={(on) =>
                  pick.mutate(
                    on
                      ? [...campaign.listIds, list.id]
                      : campaign.listIds.filter((listId) => listId !== list.id),
                  )
                }
              />
            ))}
          </ul>
        </Section>
      </div>
    </WizardFrame>
  );
}

function ListLine({
  list,
  isChosen,
  onChoose,
}: {
  list: List;
  isChosen: boolean;
  onChoose: (on: boolean) => void;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-line border-b py-2.5">
      <Checkbox
        checked={isChosen}
        onChange={(on) => onChoose(on)}
        label={<span className="font-medium">{list.name}</span>}
        note={list.gradeReasons.join(' ')}
      />
      <span className="figures flex items-center gap-3 text-ink-2 text-xs">
        {plural(list.ready, 'person', 'people')} ready
        {list.held > 0 ? <span>{number(list.held)} held back</span> : null}
        {list.grade ? (
          <Chip tone={list.grade <= 'B' ? 'ok' : list.grade <= 'C' ? 'wait' : 'bad'}>Grade {list.grade}</Chip>
        ) : null}
      </span>
    </li>
  );
}
