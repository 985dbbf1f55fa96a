/** Words of the timeline: what a person did, as a colleague would say it. */

const NAMES: Record<string, string> = {
  linkedin: 'LinkedIn',
  newsletter: 'the newsletter',
  google: 'a search',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  youtube: 'YouTube',
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
};

export function cameFrom({
  title,
  slug,
  utmSource,
  referrer,
}: {
  title: string;
  slug: string;
  utmSource: string | null;
  referrer: string | null;
}): string {
  const host = referrer && URL.canParse(referrer) ? new URL(referrer).hostname.replace(/^www\./, '') : null;
  const from = utmSource ? (NAMES[utmSource.toLowerCase()] ?? utmSource) : host;
  const link = title && title !== slug ? `, link “${title}”` : '';
  return from
    ? `Came from ${from}${link}`
    : `Followed ${title && title !== slug ? `the link “${title}”` : 'a link'}`;
}

export function clickDetail({
  slug,
  isBot,
  botReason,
  userAgent,
}: {
  slug: string;
  isBot: boolean;
  botReason: string | null;
  userAgent: string | null;
}): string {
  const who = isBot
    ? `a machine: ${botReason}`
    : ['a person', deviceOf(userAgent)].filter(Boolean).join(', ');
  return `/l/${slug} · ${who}`;
}

/** What they held; null when the browser does not say. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'on a tablet';
  if (/Mobi|iPhone|Android/i.test(userAgent)) return 'on a phone';
  return /Windows|Macintosh|Linux|CrOS/.test(userAgent) ? 'on a desk' : null;
}

export const botDetail = ({
  isBot,
  botReason,
}: {
  isBot: boolean;
  botReason: string | null;
}): string | null => (isBot ? `A machine did this: ${botReason ?? 'it says so'}` : null);

/** Null for what is too small to tell. */
export function stepSentence(kind: string, position: number | null): string | null {
  const step = position === null ? 'a step' : `step ${position}`;
  switch (kind) {
    case 'done':
      return `Ticked off ${step}`;
    case 'undone':
      return `Took the tick off ${step} again`;
    case 'opened':
      return `Read ${step}`;
    case 'finished':
      return 'Finished the playbook';
    default:
      return null;
  }
}

const PURPOSES: Record<string, string> = {
  gate: 'this playbook and their answers',
  newsletter: 'the newsletter',
  tracking: 'being counted',
  video: 'a personal video',
  outreach: 'being written to',
  calls: 'calls',
};
export const purposeOf = (purpose: string): string => PURPOSES[purpose] ?? purpose;

const MAIL: Record<string, string> = {
  queued: 'waits to leave',
  sending: 'is leaving',
  sent: 'was sent',
  held: 'is held back',
  failed: 'could not be sent',
  bounced: 'came back',
  unconfirmed: 'may have been sent; nobody knows yet',
  cancelled: 'was stopped',
};

export function mailSentence({ subject, state }: { subject: string; state: string }): string {
  return `Mail “${subject}” ${MAIL[state] ?? state}`;
}
