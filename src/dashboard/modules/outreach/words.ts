import type { Shape } from '../../api/shapes.ts';
import type { Tone } from '../../ui/chip.tsx';

export type Campaign = Shape<'Campaign'>;
export type CampaignSummary = Shape<'CampaignSummary'>;
export type Variant = Shape<'Variant'>;
export type SiteProfile = Shape<'SiteProfile'>;
export type Preflight = Shape<'Preflight'>;
export type PlannedSend = Shape<'PlannedSend'>;
export type Thread = Shape<'Thread'>;
export type ThreadRecord = Shape<'ThreadRecord'>;
export type Mailbox = Shape<'Mailbox'>;

/** Where a campaign stands, in a word and a tone. */
export const campaignState: Record<CampaignSummary['status'], { words: string; tone: Tone }> = {
  draft: { words: 'Draft', tone: 'plain' },
  preparing: { words: 'Being prepared', tone: 'info' },
  ready: { words: 'Not launched', tone: 'plain' },
  launching: { words: 'Launching', tone: 'info' },
  running: { words: 'Sending', tone: 'ok' },
  paused: { words: 'Paused', tone: 'wait' },
  finished: { words: 'Finished', tone: 'plain' },
  failed: { words: 'Stopped', tone: 'bad' },
};

/** Whether a campaign is still on its way to a launch. */
export const isDraft = ({ status }: Pick<CampaignSummary, 'status'>): boolean =>
  ['draft', 'preparing', 'ready', 'failed'].includes(status);

/** What an answer wants. */
export const replyKind: Record<NonNullable<Thread['kind']>, { words: string; tone: Tone }> = {
  interested: { words: 'Interested', tone: 'ok' },
  question: { words: 'Asks something', tone: 'info' },
  not_now: { words: 'Not now', tone: 'info' },
  not_interested: { words: 'Not interested', tone: 'plain' },
  wrong_person: { words: 'Wrong person', tone: 'wait' },
  out_of_office: { words: 'Away', tone: 'plain' },
  unsubscribe: { words: 'Wants no more mail', tone: 'bad' },
  bounce: { words: 'Came back', tone: 'bad' },
  complaint: { words: 'Complains', tone: 'bad' },
  other: { words: 'Please look', tone: 'wait' },
};

export const sendState: Record<PlannedSend['state'], { words: string; tone: Tone }> = {
  planned: { words: 'Waits', tone: 'plain' },
  claimed: { words: 'Leaving', tone: 'info' },
  sending: { words: 'Leaving', tone: 'info' },
  sent: { words: 'Sent', tone: 'ok' },
  unconfirmed: { words: 'Unconfirmed', tone: 'wait' },
  failed: { words: 'Failed', tone: 'bad' },
  cancelled: { words: 'Stopped', tone: 'plain' },
  held: { words: 'Held back', tone: 'wait' },
};

/** How a mail of a variant is called: "First mail", "Day 3". */
export function mailName(mails: Variant['mails'], position: number): string {
  if (position === 1) return 'First mail';
  const days = mails
    .filter((mail) => mail.position <= position)
    .reduce((sum, mail) => sum + mail.delayDays, 0);
  return `Day ${days}`;
}
