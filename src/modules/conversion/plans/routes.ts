import { z } from 'zod';
import { type App, Forbidden, route } from '#kernel/http';
import { Id } from '#kernel/shapes';
import { openPlanCheckout } from './service.ts';

const PlanCheckout = z.object({ id: Id, url: z.string() }).meta({ id: 'PlanCheckout' });

export function planRoutes(app: App): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/plan-checkouts',
      permission: 'organization.billing',
      summary: 'Open the checkout of a plan for this organization',
      tags: ['Usage'],
      body: z.object({ plan: z.enum(['pro', 'enterprise']) }),
      answers: { 201: PlanCheckout },
      transaction: false,
      callsPerMinute: 20,
    },
    async ({ platform, workspace, actor, correlationId }, { body }) => {
      const { organizationId } = workspace;
      if (!organizationId) throw new Forbidden('This workspace belongs to no organization.');
      const email = actor.kind === 'user' ? actor.email : null;
      const { id, url } = await openPlanCheckout(platform, correlationId, {
        organizationId,
        plan: body.plan,
        email,
      });
      return { id, url };
    },
  );
}
