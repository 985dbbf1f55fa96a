import { CircleAlert, CircleCheck, CirclePause } from 'lucide-react';
import type { Shape } from '../../../api/shapes.ts';
import { StateMark } from '../../../ui/chip.tsx';

type Endpoint = Shape<'WebhookEndpoint'>;

/** The state in a word or two. */
export const stateWord = (endpoint: Endpoint): string => {
  if (endpoint.state === 'paused') return 'Paused';
  if (endpoint.state === 'disabled') return 'Switched off';
  return endpoint.failuresInRow > 0 ? `Fails, ${endpoint.failuresInRow} in a row` : 'Active';
};

/** How an endpoint does, with its cause. */
export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const bad = endpoint.state === 'disabled' || (endpoint.state === 'active' && endpoint.failuresInRow > 0);
  return (
    <StateMark
      tone={bad ? 'bad' : endpoint.state === 'paused' ? 'wait' : 'ok'}
      icon={
        bad ? (
          <CircleAlert aria-hidden />
        ) : endpoint.state === 'paused' ? (
          <CirclePause aria-hidden />
        ) : (
          <CircleCheck aria-hidden />
        )
      }
    >
      {stateWord(endpoint)}
    </StateMark>
  );
}
