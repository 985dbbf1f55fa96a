import { clsx } from 'clsx';
import { Equal, Scale, TriangleAlert, Trophy } from 'lucide-react';
import type { ReactNode } from 'react';

export type VerdictKind = 'wins' | 'not-decided' | 'no-difference' | 'cannot-be-read';

const marks: Record<VerdictKind, { icon: ReactNode; ground: string }> = {
  wins: { icon: <Trophy />, ground: 'bg-ok-soft text-ok-ink' },
  'not-decided': { icon: <Scale />, ground: 'bg-wait-soft text-wait-ink' },
  'no-difference': { icon: <Equal />, ground: 'bg-info-soft text-info-ink' },
  'cannot-be-read': { icon: <TriangleAlert />, ground: 'bg-bad-soft text-bad-ink' },
};

/** What an experiment says: the sentence first, then interval, days to go, split check. */
export function Verdict({
  kind,
  title,
  children,
  action,
}: {
  kind: VerdictKind;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex items-center gap-3 border-line border-b py-3">
      <span
        className={clsx('flex size-7 shrink-0 items-center justify-center rounded-full', marks[kind].ground)}
      >
        {marks[kind].icon}
      </span>
      <p className="min-w-0 flex-1">
        <strong>{title}</strong> <span className="text-ink-2">{children}</span>
      </p>
      {kind === 'wins' ? action : null}
    </div>
  );
}
