import type { Module } from '#kernel/http';
import { countLater, launchLater, prepareLater } from './campaigns/jobs.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { whenMailReceived } from './inbox/listeners.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { accountOf } from './mailboxes/account.ts';
import { testMailboxLater } from './mailboxes/jobs.ts';
import { mailboxRoutes } from './mailboxes/routes.ts';
import { trackingPages } from './opens/pages.ts';
import { readProfileLater } from './profiles/jobs.ts';
import { profileRoutes } from './profiles/routes.ts';
import { prospectRoutes } from './prospects/routes.ts';
import {
  whenAddressSuppressed,
  whenMessageBounced,
  whenMessageHeld,
  whenMessageSent,
} from './sends/listeners.ts';
import { releaseLater } from './sends/release.ts';
import { sendRoutes } from './sends/routes.ts';
import { releaseEverywhere } from './sends/upkeep.ts';

export const outreach: Module = {
  name: 'outreach',
  routes: [
    profileRoutes,
    campaignRoutes,
    prospectRoutes,
    mailboxRoutes,
    sendRoutes,
    inboxRoutes,
    trackingPages,
  ],
  jobs: [
    readProfileLater,
    prepareLater,
    launchLater,
    countLater,
    testMailboxLater,
    releaseLater,
    releaseEverywhere,
  ],
  listeners: [whenMessageSent, whenMessageBounced, whenMessageHeld, whenAddressSuppressed, whenMailReceived],
  // A mailbox may have a server of its own; the mail engine asks for it with every message.
  slots: (_slots, platform) => platform.mail.useAccounts(accountOf),
};
