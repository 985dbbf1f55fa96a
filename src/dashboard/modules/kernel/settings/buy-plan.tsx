import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Note } from '../../../ui/states.tsx';

type Plan = Shape<'Usage'>['plan'];
type Bought = Exclude<Plan, 'free'>;

const above: Record<Plan, Bought[]> = { free: ['pro', 'enterprise'], pro: ['enterprise'], enterprise: [] };
const names: Record<Bought, string> = { pro: 'Pro', enterprise: 'Enterprise' };

/** The plans above this one, each with its checkout; nothing at the highest one. */
export function BuyPlan({ plan }: { plan: Plan }) {
  const { can } = useWorkspace();
  const open = useAct({
    run: (bought: Bought) =>
      send<Shape<'PlanCheckout'>>('POST', '/api/v1/plan-checkouts', {
        body: { plan: bought },
        headers: repeatable(),
      }),
    changes: [],
    onDone: ({ url }) => window.location.assign(url),
  });
  if (above[plan].length === 0) return null;
  if (!can('organization.billing')) return <Note>The owner of the organization can buy a larger plan.</Note>;
  return (
    <div className="flex flex-wrap gap-2">
      {above[plan].map((bought, at) => (
        <Button
          key={bought}
          look={at === 0 ? 'primary' : 'secondary'}
          busy={open.isPending && open.variables === bought && 'Opening checkout'}
          onClick={() => !open.isPending && open.mutate(bought)}
        >
          Buy {names[bought]}
        </Button>
      ))}
    </div>
  );
}
