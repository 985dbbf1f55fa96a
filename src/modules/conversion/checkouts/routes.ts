import { type App, route } from '#kernel/http';
import * as checkouts from './service.ts';
import { NewCheckout, OpenedCheckout } from './shapes.ts';

export function checkoutRoutes(app: App): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/checkouts',
      permission: 'offers.write',
      summary: 'Open a checkout for somebody',
      description: 'The link is theirs alone. A person’s unfinished checkout of the offer is found again.',
      tags: ['Offers'],
      body: NewCheckout,
      answers: { 201: OpenedCheckout },
    },
    async (ctx, { body }) => {
      const { id, url } = await checkouts.open(ctx, body);
      return { id, url };
    },
  );
}
