import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Eye, ListChecks, ListOrdered } from 'lucide-react';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/popover.tsx';
import type { Playbook } from '../shapes.ts';
import { SaveMark } from './save-mark.tsx';

/** What can lie over the editor. */
export type EditorSheet = 'steps' | 'review' | 'publish' | 'settings' | 'read';

interface EditorActionsProps {
  playbook: Playbook;
  /** The number the next version gets. */
  next: number;
  writable: boolean;
  /** Absent for those who may not publish; `blocked` says why it cannot be done now. */
  publish: { blocked: string | undefined } | undefined;
  onOpen: (sheet: EditorSheet) => void;
  onArchive: () => void;
  onRestore: () => void;
}

/** The end of the editor's bar: reading, more, publishing. */
export function EditorActions({
  playbook,
  next,
  writable,
  publish,
  onOpen,
  onArchive,
  onRestore,
}: EditorActionsProps) {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const { publicUrl } = playbook;
  const away = playbook.archivedAt !== null;
  return (
    <>
      <Button icon={<Eye />} onClick={() => onOpen('read')} className="max-tablet:hidden">
        Read as reader
      </Button>
      <Menu
        label="This playbook"
        trigger={
          <IconButton label="More for this playbook" look="secondary" size="sm">
            <Ellipsis />
          </IconButton>
        }
        groups={[
          {
            items: [
              { label: 'Read as reader', onChoose: () => onOpen('read') },
              { label: 'Versions', onChoose: () => void navigate({ to: paths.versions(playbook.slug) }) },
              ...(publicUrl
                ? [
                    {
                      label: 'Open the public page',
                      onChoose: () => window.open(publicUrl, '_blank', 'noopener'),
                    },
                  ]
                : []),
              ...(writable ? [{ label: 'Settings', onChoose: () => onOpen('settings') }] : []),
            ],
          },
          ...(can('playbooks.write')
            ? [
                {
                  items: [{ label: away ? 'Bring back' : 'Archive', onChoose: away ? onRestore : onArchive }],
                },
              ]
            : []),
        ]}
      />
      {publish ? (
        <Button
          look={publish.blocked ? 'secondary' : 'primary'}
          blocked={publish.blocked}
          onClick={() => onOpen('publish')}
        >
          <span>
            Publish<span className="max-phone:hidden"> version {next}</span>
          </span>
        </Button>
      ) : null}
    </>
  );
}

interface StepMenuProps {
  number: number;
  count: number;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** What can be done to the open step. */
export function StepMenu({ number, count, onMove, onRemove }: StepMenuProps) {
  return (
    <Menu
      label="This step"
      trigger={
        <IconButton label={`More for step ${number}`} size="sm">
          <Ellipsis />
        </IconButton>
      }
      groups={[
        {
          items: [
            ...(number > 1 ? [{ label: 'Move up', keys: 'alt+ArrowUp', onChoose: () => onMove(-1) }] : []),
            ...(number < count
              ? [{ label: 'Move down', keys: 'alt+ArrowDown', onChoose: () => onMove(1) }]
              : []),
            { label: 'Remove this step', danger: true, onChoose: onRemove },
          ],
        },
      ]}
    />
  );
}

/** At 390 px: steps and findings as sheets. */
export function PhoneHead({
  number,
  count,
  findings,
  onSteps,
  onReview,
}: {
  number: number;
  count: number;
  findings: number;
  onSteps: () => void;
  onReview: () => void;
}) {
  return (
    <div className="flex items-center gap-2 border-line border-b px-4 py-2 tablet:hidden">
      <Button size="sm" icon={<ListOrdered />} onClick={onSteps}>
        {number > 0 ? `Step ${number} of ${count}` : 'Steps'}
      </Button>
      <Button size="sm" icon={<ListChecks />} onClick={onReview}>
        Review {findings > 0 ? findings : ''}
      </Button>
      <span className="ml-auto phone:hidden">
        <SaveMark />
      </span>
    </div>
  );
}
