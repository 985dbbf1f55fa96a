import { useEffect, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import type { Shape } from '../../api/shapes.ts';
import { Field, Input } from '../../ui/field.tsx';
import { moment } from '../../ui/words.ts';
import { kinds } from './words.ts';

type Policy = Shape<'Policy'>;
type Mode = Policy['mode'];
interface Change {
  mode: Mode;
  maxPeople: number | null;
}

const modes: { mode: Mode; label: string }[] = [
  { mode: 'alone', label: 'Alone' },
  { mode: 'ask', label: 'Ask' },
  { mode: 'never', label: 'Never' },
];

const reaches: { reach: Policy['reach']; title: string }[] = [
  { reach: 'inside', title: 'Stays in the house' },
  { reach: 'outside', title: 'Leaves the house' },
];

/** Kinds of action that are about people, so that a number of people bounds them. */
const ofPeople: ReadonlySet<Policy['kind']> = new Set(['create_tasks', 'send_mail']);

/** Each kind of action by what it may: alone, ask, never. */
export function PolicyGrid({ policies, mayWrite }: { policies: Policy[]; mayWrite: boolean }) {
  return (
    <table className="w-full">
      <caption className="sr-only">What the CEO may do of each kind</caption>
      <thead>
        <tr className="text-ink-2 text-xs">
          <th scope="col" className="py-1.5 text-left font-medium">
            Kind of action
          </th>
          {modes.map(({ mode, label }) => (
            <th key={mode} scope="col" className="w-14 py-1.5 font-medium max-phone:w-12">
              {label}
            </th>
          ))}
          <th scope="col" className="w-24 py-1.5 text-right font-medium max-phone:w-16">
            Most people
          </th>
        </tr>
      </thead>
      {reaches.map(({ reach, title }) => (
        <tbody key={reach}>
          <tr>
            <th scope="colgroup" colSpan={5} className="pt-3 pb-1 text-left font-medium text-ink-3 text-xs">
              {title}
            </th>
          </tr>
          {policies
            .filter((policy) => policy.reach === reach)
            .map((policy) => (
              <Row key={policy.kind} policy={policy} mayWrite={mayWrite} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ policy, mayWrite }: { policy: Policy; mayWrite: boolean }) {
  const put = (change: Change) => send<Policy>('PUT', `/api/v1/policies/${policy.kind}`, { body: change });
  const change = useAct({
    run: put,
    changes: ['policies', 'audit'],
    says: ({ mode, maxPeople }) =>
      `${policy.name}: ${mode}${mode === 'alone' && maxPeople !== null ? `, up to ${maxPeople} people` : ''}`,
    undo: () => put({ mode: policy.mode, maxPeople: policy.maxPeople }),
  });
  const Icon = kinds[policy.kind].icon;
  const chosen = change.isPending ? change.variables.mode : policy.mode;
  return (
    <tr className="border-line border-t">
      <th scope="row" className="py-2 text-left font-medium">
        <span className="flex items-center gap-2.5">
          <Icon className="text-ink-3" aria-hidden />
          <span>
            {policy.name}
            <span className="block font-regular text-ink-3 text-xs">
              {policy.setAt
                ? `set ${moment(policy.setAt)}${policy.setBy ? ` by ${policy.setBy}` : ''}`
                : 'as usual'}
            </span>
          </span>
        </span>
      </th>
      {modes.map(({ mode, label }) => (
        <td key={mode} className="text-center">
          <label className="inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center">
            <span className="sr-only">
              {policy.name}: {label}
            </span>
            <input
              type="radio"
              name={`policy-${policy.kind}`}
              checked={chosen === mode}
              disabled={!mayWrite}
              onChange={() => change.mutate({ mode, maxPeople: policy.maxPeople })}
              className="size-4 accent-(--accent)"
            />
          </label>
        </td>
      ))}
      <td className="text-right">
        {ofPeople.has(policy.kind) && chosen === 'alone' ? (
          <MostPeople
            policy={policy}
            readOnly={!mayWrite}
            onChange={(maxPeople) => change.mutate({ mode: policy.mode, maxPeople })}
          />
        ) : (
          <span className="text-ink-3">–</span>
        )}
      </td>
    </tr>
  );
}

/** Above that many people it asks all the same; empty means no bound. Saved when left or with Enter. */
function MostPeople({
  policy,
  readOnly,
  onChange,
}: {
  policy: Policy;
  readOnly: boolean;
  onChange: (most: number | null) => void;
}) {
  const kept = policy.maxPeople === null ? '' : String(policy.maxPeople);
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  const save = () => {
    if (typed.trim() === kept) return;
    const most = typed.trim() === '' ? null : Math.round(Number(typed));
    if (most === null || (Number.isFinite(most) && most >= 1 && most <= 10_000)) onChange(most);
    else setTyped(kept);
  };
  return (
    <Field label={`${policy.name}: most people alone`} hideLabel className="ml-auto w-20 max-phone:w-14">
      <Input
        type="number"
        inputMode="numeric"
        height="sm"
        min={1}
        max={10_000}
        placeholder="any"
        value={typed}
        readOnly={readOnly}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(kept);
        }}
        className="figures text-right"
      />
    </Field>
  );
}
