import { Chip } from '../../../ui/chip.tsx';
import { number, percent, plural, range } from '../../../ui/words.ts';
import type { PlaybookSummary } from '../shapes.ts';

/** How a playbook did, as analytics counts it. */
export interface Performance {
  playbookId: string;
  readers: number;
  leads: number;
  emailRate: { value: number; low: number; high: number; n: number } | null;
  moneyMinor: number;
}

/** The version in words, for two-line rows. */
export const versionWords = (row: PlaybookSummary): string => {
  if (!row.currentVersion)
    return row.draft.steps > 0
      ? `Draft of ${plural(row.draft.steps, 'step')}, no version yet`
      : 'No step yet';
  return `Version ${row.currentVersion.number}${row.draft.differs ? `, draft ${row.currentVersion.number + 1} differs` : ''}`;
};

/** The version as a cell of the table. */
export function VersionWords({ row }: { row: PlaybookSummary }) {
  if (!row.currentVersion)
    return (
      <span className="text-ink-2">{row.draft.steps > 0 ? 'Draft, no version yet' : 'No step yet'}</span>
    );
  return (
    <span className="inline-flex items-center gap-2">
      Version {row.currentVersion.number}
      {row.draft.differs ? <Chip>Draft {row.currentVersion.number + 1}</Chip> : null}
    </span>
  );
}

/** "19.4%", or why there is none. */
export const rateWords = (row: Performance | undefined): string => {
  if (!row) return '–';
  const rate = row.emailRate;
  if (!rate || rate.n === 0) return 'none yet';
  if (rate.n < 10) return 'too few';
  return percent(Math.round(rate.value * rate.n), rate.n);
};

/** The rate as a cell of the table, with its n. */
export function RateWords({ row }: { row: Performance | undefined }) {
  const rate = row?.emailRate;
  if (!rate || rate.n < 10) return <span className="text-ink-3">{rateWords(row)}</span>;
  return (
    <span title={`likely ${range(rate.low, rate.high)}, of ${number(rate.n)} readers`}>
      {rateWords(row)} <span className="text-ink-3 text-xs">of {number(rate.n)}</span>
    </span>
  );
}
