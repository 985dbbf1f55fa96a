import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Page } from '../../../shell/page.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import type { Campaign } from '../words.ts';

/** The steps from an address to a launch, each an address of its own. */
export const steps = [
  { id: 'site', label: 'Site' },
  { id: 'audience', label: 'Audience' },
  { id: 'variants', label: 'Variants' },
  { id: 'prospects', label: 'Prospects' },
  { id: 'preflight', label: 'Preflight' },
  { id: 'launch', label: 'Launch' },
] as const;
export type StepId = (typeof steps)[number]['id'];

interface WizardFrameProps {
  campaign: Campaign | undefined;
  step: StepId;
  /** In the foot, between the ways back and on. */
  note?: ReactNode;
  /** The one filled button. */
  primary?: ReactNode;
  panel?: ReactNode;
  panelLabel?: string;
  children: ReactNode;
}

/** One step of the way to a launch: the steps in the bar, the way on and back in the foot. Every step is saved. */
export function WizardFrame({
  campaign,
  step,
  note,
  primary,
  panel,
  panelLabel,
  children,
}: WizardFrameProps) {
  const { paths } = useWorkspace();
  const at = steps.findIndex(({ id }) => id === step);
  const before = steps[at - 1];
  return (
    <Page
      title={campaign?.name ?? 'New campaign'}
      crumbs={[{ label: 'Campaigns', to: paths.campaigns }]}
      actions={
        <>
          <span className="text-ink-2 text-xs wide:hidden">
            Step {at + 1} of {steps.length}
          </span>
          <nav aria-label="Steps" className="max-wide:hidden">
            <ol className="flex items-center">
              {steps.map(({ id, label }, index) => {
                const isDone = index < at;
                const mark = (
                  <span
                    className={clsx(
                      'figures flex size-4.5 items-center justify-center rounded-full border text-2xs',
                      index === at
                        ? 'border-accent bg-accent text-on-accent'
                        : isDone
                          ? 'border-accent text-accent-text'
                          : 'border-line-control text-ink-2',
                    )}
                  >
                    {isDone ? <Check className="size-3" aria-label="done" /> : index + 1}
                  </span>
                );
                return (
                  <li key={id} className="flex items-center border-line px-3 not-first:border-l">
                    {campaign ? (
                      <Link
                        to={paths.campaignStep(campaign.id, id)}
                        aria-current={index === at ? 'step' : undefined}
                        className={clsx(
                          'flex items-center gap-1.5 rounded-1 hover:text-ink',
                          index === at ? 'font-strong' : 'text-ink-2',
                        )}
                      >
                        {mark} {label}
                      </Link>
                    ) : (
                      <span
                        aria-current={index === at ? 'step' : undefined}
                        className={clsx(
                          'flex items-center gap-1.5',
                          index === at ? 'font-strong' : 'text-ink-2',
                        )}
                      >
                        {mark} {label}
                      </span>
                    )}
                  </li>
                );
              })}
            </ol>
          </nav>
        </>
      }
      {...(panel ? { panel, panelLabel: panelLabel ?? 'Beside this step' } : {})}
    >
      <div className="flex min-h-full flex-col">
        <div className="flex-1 px-gutter py-5 max-phone:px-4">{children}</div>
        <div className="sticky bottom-0 flex min-h-14 items-center gap-4 border-line border-t bg-surface px-gutter py-2.5 max-phone:px-4">
          {campaign && before ? (
            <ButtonLink look="quiet" to={paths.campaignStep(campaign.id, before.id)}>
              Back
            </ButtonLink>
          ) : null}
          <span className="min-w-0 flex-1 text-ink-2 text-xs max-phone:sr-only">
            {note ?? (campaign ? 'Saved. You can leave; it waits under Campaigns.' : '')}
          </span>
          <span className="ml-auto">{primary}</span>
        </div>
      </div>
    </Page>
  );
}

/** The title of a step and what it is for. */
export function StepHead({ title, note, aside }: { title: ReactNode; note: ReactNode; aside?: ReactNode }) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-3">
      <div className="min-w-0">
        <h2 className="font-strong text-xl">{title}</h2>
        <p className="text-ink-2">{note}</p>
      </div>
      {aside}
    </header>
  );
}
