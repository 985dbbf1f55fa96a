import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ReasonList } from '../../ui/record.tsx';
import { Section } from '../../ui/rows.tsx';
import { moment, number, shortDay } from '../../ui/words.ts';
import { linesOf } from './signal-words.ts';
import { SumBar } from './sum-bar.tsx';

/** How ready somebody is: their signals as they count now, against the line. Nothing while they gave none. */
export function SignalsPart({ leadId }: { leadId: string }) {
  const { can, paths } = useWorkspace();
  const isAllowed = can('signals.read');
  const signals = useQuery({
    ...read('/api/v1/signals', { params: { query: { leadId, limit: 200 } } }),
    enabled: isAllowed,
  });
  const hands = useQuery({
    ...read('/api/v1/hand-raises', { params: { query: { leadId } } }),
    enabled: isAllowed,
  });
  const rules = useQuery({ ...read('/api/v1/hand-raise-rules'), enabled: isAllowed });
  const counting = (signals.data?.data ?? []).filter(({ counts }) => counts !== 0);
  const rule = rules.data?.data.find(({ isActive, playbook }) => isActive && playbook === null);
  if (counting.length === 0 || !rule) return null;
  const total = counting.reduce((sum, { counts }) => sum + Math.round(counts * 100), 0) / 100;
  const hand = hands.data?.data.find(({ rearmedAt }) => rearmedAt === null);
  return (
    <Section title={`Readiness ${number(total)}`} aside={`the line is ${number(rule.threshold)}`}>
      <div className="mb-3">
        <SumBar total={total} line={rule.threshold} />
      </div>
      <ReasonList
        reasons={linesOf(counting.map((signal) => ({ ...signal, points: signal.counts }))).map(
          ({ points, text, at }) => ({ points, text, aside: shortDay(at) }),
        )}
      />
      {hand ? (
        <p className="mt-2 text-ink-2 text-xs">
          <Link
            to={paths.handRaises}
            search={{ hand: hand.id } as never}
            className="rounded-1 underline decoration-line-strong underline-offset-3"
          >
            Raised their hand
          </Link>{' '}
          {moment(hand.raisedAt)}.
        </p>
      ) : null}
    </Section>
  );
}
