import { channelGroupOf, hostOf } from './channel.ts';
import type { touches } from './schema.ts';

export type Touch = typeof touches.$inferSelect;
/** A touch before it has an id. */
export type NewTouch = Omit<Touch, 'id' | 'workspaceId' | 'createdAt'>;

/** A click through one of our links that is known to be this person's. */
export interface ClickFact extends Record<string, unknown> {
  id: string;
  occurredAt: Date;
  visitorHash: string;
  referrer: string | null;
  isBot: boolean;
  classifierVersion: number;
  linkId: string;
  channelId: string | null;
  channelKind: string | null;
  postId: string | null;
  playbookId: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  /** Whose touch it is already: an address with its click id may have been passed on. */
  ownerId: string | null;
}

export interface ViewFact extends Record<string, unknown> {
  id: string;
  occurredAt: Date;
  visitorHash: string;
  clickId: string | null;
  playbookId: string;
  versionId: string;
  referrer: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  isBot: boolean;
  classifierVersion: number;
}

/** Something the person did with us: passed a gate, asked the clone, watched the video, was imported. */
export interface DeedFact extends Record<string, unknown> {
  kind: 'gate' | 'clone' | 'video' | 'import';
  subjectType: string;
  subjectId: string;
  occurredAt: Date;
  playbookId: string | null;
  versionId: string | null;
}

export interface FactsOfLead {
  leadId: string;
  clicks: ClickFact[];
  /** Oldest first. */
  views: ViewFact[];
  deeds: DeedFact[];
}

/**
 * The touches of a person. A visit counts once: by the click that began it, else by the page view that came from
 * somewhere, else by the first view of that visitor's day (`direct`). Going on within our own pages is no touch.
 * @param ownHost host of our public pages
 */
export function touchesOf({ leadId, clicks, views, deeds }: FactsOfLead, ownHost: string): NewTouch[] {
  const found: NewTouch[] = [];
  const arrivedBy = new Set<string>();
  const counted = new Set<string>();
  for (const click of clicks) {
    const isTheirs = click.ownerId === null || click.ownerId === leadId;
    const landing = views.find((view) => view.clickId === click.id);
    if (!isTheirs && !landing) continue;
    counted.add(click.id);
    if (landing) arrivedBy.add(landing.visitorHash);
    arrivedBy.add(click.visitorHash);
    // A browser that hides where it comes from when it follows a link may tell it on the page, and the other way round.
    const way =
      landing && comesFromElsewhere(landing, ownHost) ? { ...sources(landing), ...told(click) } : click;
    found.push({
      ...sources(way),
      leadId,
      visitorHash: click.visitorHash,
      kind: 'click',
      ...(isTheirs || !landing
        ? { subjectType: 'click', subjectId: click.id }
        : { subjectType: 'page_view', subjectId: landing.id }),
      channelGroup: channelGroupOf({ ...way, channelKind: click.channelKind, isLink: true }),
      channelId: click.channelId,
      linkId: click.linkId,
      postId: click.postId,
      clickId: click.id,
      campaignId: null,
      playbookId: landing?.playbookId ?? click.playbookId,
      versionId: landing?.versionId ?? null,
      isBot: click.isBot,
      classifierVersion: click.classifierVersion,
      occurredAt: click.occurredAt,
    });
  }
  const others = views.filter((view) => !view.isBot && !(view.clickId && counted.has(view.clickId)));
  const fromSomewhere = others.filter((view) => comesFromElsewhere(view, ownHost));
  const sent = new Set<string>();
  for (const view of fromSomewhere) {
    // The same way on the same day is one visit, told again when the page is loaded again.
    const way = JSON.stringify([view.visitorHash, view.playbookId, view.utmSource, hostOf(view.referrer)]);
    if (sent.has(way)) continue;
    sent.add(way);
    arrivedBy.add(view.visitorHash);
    found.push(viewTouch(leadId, view, channelGroupOf(view)));
  }
  for (const view of others) {
    if (arrivedBy.has(view.visitorHash)) continue;
    arrivedBy.add(view.visitorHash);
    found.push(viewTouch(leadId, view, 'direct'));
  }
  for (const deed of deeds)
    found.push({
      ...sources({}),
      leadId,
      visitorHash: null,
      kind: deed.kind,
      subjectType: deed.subjectType,
      subjectId: deed.subjectId,
      channelGroup: deed.kind === 'import' ? 'import' : 'own',
      channelId: null,
      linkId: null,
      postId: null,
      clickId: null,
      campaignId: null,
      playbookId: deed.playbookId,
      versionId: deed.versionId,
      isBot: false,
      classifierVersion: 0,
      occurredAt: deed.occurredAt,
    });
  return found;
}

function comesFromElsewhere(view: ViewFact, ownHost: string): boolean {
  if (view.utmSource || view.utmMedium) return true;
  const host = hostOf(view.referrer);
  return host !== null && host !== ownHost;
}

function viewTouch(leadId: string, view: ViewFact, channelGroup: string): NewTouch {
  return {
    ...sources(view),
    leadId,
    visitorHash: view.visitorHash,
    kind: 'view',
    subjectType: 'page_view',
    subjectId: view.id,
    channelGroup,
    channelId: null,
    linkId: null,
    postId: null,
    clickId: null,
    campaignId: null,
    playbookId: view.playbookId,
    versionId: view.versionId,
    isBot: view.isBot,
    classifierVersion: view.classifierVersion,
    occurredAt: view.occurredAt,
  };
}

type Sources = Pick<Touch, 'referrer' | 'utmSource' | 'utmMedium' | 'utmCampaign' | 'utmTerm' | 'utmContent'>;

const sources = (from: Partial<Sources>): Sources => ({
  referrer: from.referrer ?? null,
  utmSource: from.utmSource ?? null,
  utmMedium: from.utmMedium ?? null,
  utmCampaign: from.utmCampaign ?? null,
  utmTerm: from.utmTerm ?? null,
  utmContent: from.utmContent ?? null,
});

/** What is said at all. */
const told = (from: Partial<Sources>): Partial<Sources> =>
  Object.fromEntries(Object.entries(sources(from)).filter(([, value]) => value !== null));

const EARNS: ReadonlySet<Touch['kind']> = new Set(['click', 'view', 'mail_click', 'mention', 'import']);

/** A touch older than this, seen from the order, earns nothing. */
export const LOOK_BACK_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * The touches that may earn an order's money, oldest first: arrivals of a person within the look-back. Coming back by
 * typing the address earns only where nothing else led there. What they did with us (gate, clone, video) is the journey,
 * not where they came from.
 * @returns them, or why there is none
 */
export function earnersOf<T extends Pick<Touch, 'kind' | 'channelGroup' | 'isBot' | 'occurredAt'>>(
  journey: T[],
  bookedAt: Date,
): { earners: T[]; reason: string | null } {
  const arrivals = journey.filter((touch) => EARNS.has(touch.kind) && touch.occurredAt <= bookedAt);
  const people = arrivals.filter((touch) => !touch.isBot);
  const from = bookedAt.getTime() - LOOK_BACK_DAYS * DAY_MS;
  const fresh = people.filter((touch) => touch.occurredAt.getTime() >= from);
  const led = fresh.filter((touch) => touch.channelGroup !== 'direct');
  const earners = led.length > 0 ? led : fresh;
  if (earners.length > 0) return { earners, reason: null };
  if (people.length > 0)
    return { earners, reason: `The last visit was more than ${LOOK_BACK_DAYS} days before` };
  if (arrivals.length > 0) return { earners, reason: 'Only machines are known to have come' };
  return { earners, reason: 'No visit is known before the order' };
}
