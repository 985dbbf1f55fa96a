/** What is known of the way somebody came. */
export interface Origin {
  /** Kind of the channel that the link was made for. */
  channelKind?: string | null;
  utmSource?: string | null;
  utmMedium?: string | null;
  referrer?: string | null;
  /** A cold e-mail of ours. */
  isCampaign?: boolean;
  /** One of our short links, whatever is known of where it was clicked. */
  isLink?: boolean;
}

const LABELS: Record<string, string> = {
  linkedin: 'LinkedIn',
  reddit: 'Reddit',
  hacker_news: 'Hacker News',
  indie_hackers: 'Indie Hackers',
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  devto: 'DEV',
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  newsletter: 'Newsletter',
  email: 'E-mail',
  outreach: 'Campaign mail',
  partner: 'Partner',
  search: 'Search',
  paid: 'Paid',
  blog: 'Blog',
  community: 'Community',
  podcast: 'Podcast',
  referral: 'Other sites',
  link: 'Short link',
  direct: 'Direct',
  import: 'Imported',
  other: 'Other',
  unattributed: 'Unattributed',
};

/** The same place under the names that people, tools and addresses give it. */
const ALIASES: Record<string, string> = {
  'linkedin.com': 'linkedin',
  'lnkd.in': 'linkedin',
  'reddit.com': 'reddit',
  hn: 'hacker_news',
  hackernews: 'hacker_news',
  'hacker-news': 'hacker_news',
  'news.ycombinator.com': 'hacker_news',
  ih: 'indie_hackers',
  indiehackers: 'indie_hackers',
  'indie-hackers': 'indie_hackers',
  'indiehackers.com': 'indie_hackers',
  twitter: 'x',
  'twitter.com': 'x',
  'x.com': 'x',
  't.co': 'x',
  'bsky.app': 'bluesky',
  'mastodon.social': 'mastodon',
  'dev.to': 'devto',
  'facebook.com': 'facebook',
  'instagram.com': 'instagram',
  'youtube.com': 'youtube',
  'tiktok.com': 'tiktok',
  beehiiv: 'newsletter',
  substack: 'newsletter',
  'substack.com': 'newsletter',
  mail: 'email',
  'mail.google.com': 'email',
  'outlook.live.com': 'email',
  cold_email: 'outreach',
  jv: 'partner',
  affiliate: 'partner',
  google: 'search',
  bing: 'search',
  duckduckgo: 'search',
  organic: 'search',
  cpc: 'paid',
  ppc: 'paid',
  ads: 'paid',
};

const SEARCH = /(^|\.)(google|bing|duckduckgo|ecosia|qwant|startpage|kagi|baidu|yandex|yahoo)\.[a-z.]+$/;

/**
 * The group that a way of coming belongs to. What we named ourselves (a campaign, the link's channel) counts before what
 * the address says (UTM), and that before where the browser came from. Nothing known is `direct`, or `link`
 * where one of our short links was followed.
 */
export function channelGroupOf({
  channelKind,
  utmSource,
  utmMedium,
  referrer,
  isCampaign,
  isLink,
}: Origin): string {
  if (isCampaign) return 'outreach';
  if (channelKind) return named(channelKind) ?? 'other';
  const medium = utmMedium ? named(utmMedium) : null;
  if (medium === 'paid' || medium === 'partner') return medium;
  if (utmSource) {
    const source = named(utmSource);
    if (source && LABELS[source]) return source;
    return medium && LABELS[medium] ? medium : (source ?? 'other');
  }
  if (medium) return medium;
  const host = hostOf(referrer);
  if (!host) return isLink ? 'link' : 'direct';
  if (SEARCH.test(host)) return 'search';
  for (const [alias, group] of Object.entries(ALIASES))
    if (alias.includes('.') && (host === alias || host.endsWith(`.${alias}`))) return group;
  return 'referral';
}

/** The group's name as people read it. */
export const channelLabel = (group: string): string =>
  LABELS[group] ?? group.charAt(0).toUpperCase() + group.slice(1).replaceAll(/[_-]+/g, ' ');

/** One of our groups, or the word itself where it is short and plain; null when it is neither. */
function named(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (ALIASES[word]) return ALIASES[word];
  return /^[a-z0-9][a-z0-9_.-]{0,39}$/.test(word) && word !== 'unattributed' ? word : null;
}

/** Host of an address in lower case, without "www."; null when there is none. */
export function hostOf(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^www\./, '') || null;
}
