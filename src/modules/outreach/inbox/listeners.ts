import { listener } from '#kernel/events';
import { readIncoming } from '#kernel/mail';
import { receive } from './receive.ts';

/** A mail came in. */
export const whenMailReceived = listener({
  name: 'outreach.receive-mail',
  event: 'mail.received',
  async handle(ctx, { payload: { caughtMailId } }) {
    const mail = await readIncoming(ctx, caughtMailId);
    if (mail) await receive(ctx, mail);
  },
});
