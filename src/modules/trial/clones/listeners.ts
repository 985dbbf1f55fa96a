import { listener } from '#kernel/events';
import * as clones from './service.ts';

/** Whatever is published gets a clone that reads it; a new version is tested before anybody relies on it. */
export const whenPlaybookPublished = listener({
  name: 'trial.give-default-clone',
  event: 'playbook.published',
  handle: (ctx, event) => clones.follow(ctx, event.payload.playbookId),
});
