import type { Shape } from '../../api/shapes.ts';

export type Link = Shape<'Link'>;
export type Click = Shape<'Click'>;
export type Purpose = NonNullable<Link['purpose']>;

/** What a link is for. */
export const purposeWords: Record<Purpose, string> = {
  internal_learning: 'Learning inside',
  expert_partnership: 'Expert partnership',
  audience_building: 'Building an audience',
  jv_leads: 'Joint-venture leads',
  product_customers: 'Product customers',
  community: 'Community',
};

const reasons: Record<string, string> = {
  'no user agent': 'Names no browser',
  'user agent': 'Names itself a machine',
  'head request': 'Asked for the head only',
  prefetch: 'Fetched ahead, nobody looked',
  burst: 'Too fast for a person',
  'data centre': 'From a data centre',
};

/** Why a click counts as a machine's. */
export const machineReason = (reason: string | null): string =>
  reason ? (reasons[reason] ?? reason) : 'A machine';

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/CriOS|Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** "Safari on iPhone", or the first word of what it calls itself. */
export function deviceWords(userAgent: string | null): string {
  if (!userAgent) return 'Unnamed';
  const honest = /compatible; ([A-Za-z][\w-]*)/.exec(userAgent)?.[1];
  if (honest) return honest;
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? userAgent.split(/[\s/(]/)[0] ?? userAgent;
}

/** "linkedin.com" of an address, or "Direct". */
export function referrerWords(referrer: string | null): string {
  if (!referrer) return 'Direct';
  return URL.canParse(referrer) ? new URL(referrer).hostname.replace(/^www\./, '') : referrer;
}

/** Where a link leads, as a person would name it. */
export const targetWords = ({ target }: Pick<Link, 'target'>): string =>
  target.kind === 'playbook' ? (target.title ?? 'A playbook') : target.url.replace(/^https?:\/\//, '');
