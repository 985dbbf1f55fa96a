import { catalog, type EventName, listener } from '#kernel/events';
import { announce } from './service.ts';

/** Whatever happens may be told to the outside: one listener per event of the catalogue. */
export const webhookListeners = (Object.keys(catalog) as EventName[]).map((event) =>
  listener({ name: `webhooks.${event}`, event, handle: (ctx, happened) => announce(ctx, happened) }),
);
