import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { receive } from './service.ts';

const MOST_BYTES = 512 * 1024;

/** The second is the founding documents' name for it. */
const URLS = ['/api/v1/webhooks/stripe', '/api/stripe/webhook'];

/** Where the payment provider tells what happened. Its signature is over the bytes, so nothing may read them before. */
export async function paymentEventRoutes(app: App): Promise<void> {
  await app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => {
      done(null, body);
    });
    for (const url of URLS) {
      route(
        raw as unknown as App,
        {
          method: 'POST',
          url,
          hidden: url !== URLS[0],
          permission: 'public',
          summary: 'Take an event of the payment provider',
          description:
            'Stripe’s signature in `Stripe-Signature`, over the body as it was sent. An event is kept once; what is not about a checkout of this installation is answered with 200 and left.',
          tags: ['Orders'],
          answers: { 200: z.object({ received: z.boolean() }) },
          bodyLimit: MOST_BYTES,
          transaction: false,
        },
        async ({ platform }, { request }) => {
          const signature = request.headers['stripe-signature'];
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          return { received: await receive(platform, body, [signature].flat().join(',') || undefined) };
        },
      );
    }
  });
}
