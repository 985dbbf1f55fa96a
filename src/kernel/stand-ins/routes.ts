import { z } from 'zod';
import type { Platform } from '#context';
import { type App, route } from '#kernel/http';

const StandIn = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(['stand-in', 'connected', 'failing']),
    what: z.string().describe('what serves here and what it does'),
    needs: z.string().describe('what it takes to make it real'),
    reason: z.string().nullable(),
    href: z.string().nullable().describe('where its output can be seen, below the workspace'),
  })
  .meta({ id: 'StandIn' });
type StandIn = z.output<typeof StandIn>;

type State = { state: 'ok' | 'stand-in' | 'failing'; reason?: string };

const shown = (state: State['state']): StandIn['state'] => (state === 'ok' ? 'connected' : state);

async function list(platform: Platform, payments: State): Promise<StandIn[]> {
  const mail = await platform.mail.state();
  const ai = platform.ai.state();
  return [
    {
      id: 'mail',
      name: mail.state === 'stand-in' ? 'Mail catcher' : 'Mail server',
      state: shown(mail.state),
      what:
        mail.state === 'stand-in'
          ? 'Every mail stays on this machine and can be read here.'
          : 'Mail is handed to your own server.',
      needs: 'SMTP_URL: the address of a mail server that lets you send.',
      reason: mail.reason ?? null,
      href: mail.state === 'stand-in' ? '/stand-ins/mail' : null,
    },
    {
      id: 'ai',
      name: ai.state === 'stand-in' ? 'Built-in composer' : 'Model',
      state: shown(ai.state),
      what:
        ai.state === 'stand-in'
          ? 'Drafts and reviews are made by rules, without a model.'
          : 'A model writes; the built-in composer answers when it does not.',
      needs: 'OPENAI_API_KEY or ANTHROPIC_API_KEY; OPENAI_BASE_URL for a model of your own.',
      reason: ai.reason ?? null,
      href: null,
    },
    {
      id: 'payments',
      name: payments.state === 'stand-in' ? 'Test checkout' : 'Stripe',
      state: shown(payments.state),
      what:
        payments.state === 'stand-in'
          ? 'No card is charged and no money moves. What follows a payment runs as it would.'
          : 'Stripe takes the payments.',
      needs: 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.',
      reason: payments.reason ?? null,
      href: null,
    },
  ];
}

/** What is real here and what stands in. */
export function standInRoutes(payments: () => State): (app: App) => void {
  return (app) =>
    route(
      app,
      {
        method: 'GET',
        url: '/api/v1/stand-ins',
        permission: 'standins.read',
        summary: 'What is real here and what stands in',
        tags: ['Stand-ins'],
        answers: { 200: z.object({ data: z.array(StandIn) }) },
        transaction: false,
      },
      async ({ platform }) => ({ data: await list(platform, payments()) }),
    );
}
