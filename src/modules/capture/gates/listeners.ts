import { listener } from '#kernel/events';
import * as gates from './service.ts';

/** Whatever is published stands behind a gate, unless its playbook wants none. */
export const whenPlaybookPublished = listener({
  name: 'capture.give-default-gate',
  event: 'playbook.published',
  handle: async (ctx, event) => {
    await gates.ensureDefault(ctx, event.payload.playbookId);
  },
});
