import { z } from 'zod';
import { job } from '#kernel/jobs';
import { count } from './count.ts';
import { launch } from './launching.ts';
import { prepare } from './prepare.ts';

const payload = z.object({ workspaceId: z.uuid(), campaignId: z.uuid() });

/** Reads the site, suggests customers and writes the variants of one campaign; goes on where it was stopped. */
export const prepareLater = job({
  name: 'campaign.prepare',
  payload,
  maxAttempts: 5,
  run: (platform, ids, run) => prepare(platform, { ...ids, ...run }),
});

/** Takes on the people and plans every send of one campaign; goes on where it was stopped. */
export const launchLater = job({
  name: 'campaign.launch',
  payload,
  maxAttempts: 25,
  run: (platform, ids, run) => launch(platform, { ...ids, ...run }),
});

/** Counts anew what became of one campaign. */
export const countLater = job({
  name: 'campaign.count',
  payload,
  run: (platform, ids) => count(platform, ids),
});
