import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { CircleHelp, Clock } from 'lucide-react';
import type { WorkspacePaths } from '../../paths.ts';
import { StateMark } from '../../ui/chip.tsx';
import type { Column, PhoneRow } from '../../ui/data-table.tsx';
import { channelWord, type LeadSummary, type Stage, stages, stageWord } from './words.ts';

/** How far somebody is, in blocks and a word. */
export function StageMark({ stage }: { stage: Stage }) {
  const at = stages.findIndex((one) => one.value === stage);
  return (
    <span className="flex items-center gap-3">
      <span className="flex gap-0.5" aria-hidden>
        {stages.map((one, index) => (
          <span
            key={one.value}
            className={clsx('h-2.5 w-[7px] rounded-[1.5px]', index <= at ? 'bg-chart-1' : 'bg-chart-track')}
          />
        ))}
      </span>
      <span className="truncate">{stageWord(stage)}</span>
    </span>
  );
}

/** Grade, fit above, engagement below. */
export function ScoreMark({ lead }: { lead: Pick<LeadSummary, 'grade' | 'fitScore' | 'engagementScore'> }) {
  if (!lead.grade) return <span className="text-ink-3">not yet</span>;
  return (
    <span className="flex items-center gap-2.5">
      <strong className="w-5">{lead.grade}</strong>
      <span
        role="img"
        aria-label={`fit ${lead.fitScore}, engagement ${lead.engagementScore}, of 100`}
        className="flex w-10 flex-col gap-0.5"
      >
        <span className="h-[3px] bg-chart-1" style={{ width: `${lead.fitScore}%` }} />
        <span className="h-[3px] bg-chart-2" style={{ width: `${lead.engagementScore}%` }} />
      </span>
    </span>
  );
}

/** What happens next with somebody, and why it waits. */
export function NextMark({ lead }: { lead: LeadSummary }) {
  if (!lead.next) return <span className="text-ink-3">Nothing planned</span>;
  const doubt = lead.next.kind === 'suspect';
  return (
    <StateMark tone={doubt ? 'bad' : 'wait'} icon={doubt ? <CircleHelp /> : <Clock />}>
      {lead.next.sentence}
    </StateMark>
  );
}

const quietWords = (days: number) => (days === 0 ? 'today' : `${days} d`);

/** The columns of the list. */
export function leadColumns(paths: WorkspacePaths): Column<LeadSummary>[] {
  return [
    {
      id: 'lead',
      header: 'Lead',
      sortable: true,
      cell: (lead) => (
        <Link to={paths.lead(lead.id)} className="block truncate rounded-1 outline-offset-[-2px]">
          <strong>{lead.name}</strong>{' '}
          <span className="text-ink-2">{lead.company ?? (lead.name === lead.email ? '' : lead.email)}</span>
        </Link>
      ),
    },
    { id: 'stage', header: 'Stage', width: '11rem', cell: (lead) => <StageMark stage={lead.stage} /> },
    {
      id: 'score',
      header: 'Score',
      width: '6.5rem',
      sortable: true,
      cell: (lead) => <ScoreMark lead={lead} />,
    },
    { id: 'from', header: 'Came from', width: '9rem', quiet: true, cell: channelWord },
    {
      id: 'segments',
      header: 'Segments',
      width: '11rem',
      quiet: true,
      cell: (lead) => lead.segments.map(({ name }) => name).join(', ') || '–',
    },
    {
      id: 'quiet',
      header: 'Quiet',
      align: 'end',
      width: '5rem',
      sortable: true,
      cell: (lead) => (
        <span className={lead.quietDays < 7 ? 'text-ink-2' : ''}>{quietWords(lead.quietDays)}</span>
      ),
    },
    { id: 'next', header: 'What happens next', width: '15rem', cell: (lead) => <NextMark lead={lead} /> },
  ];
}

/** One lead in two lines, at 390 px. */
export function leadOnPhone(lead: LeadSummary): PhoneRow {
  return {
    title: lead.name,
    note: lead.next?.sentence ?? stageWord(lead.stage),
    end: <strong>{lead.grade ?? '–'}</strong>,
    endNote: quietWords(lead.quietDays),
  };
}
