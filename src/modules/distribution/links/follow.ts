import { LRUCache } from 'lru-cache';
import type { Platform } from '#context';
import { inTransaction, newId } from '#kernel/database';
import type { FactRow, Observation } from '#kernel/tracking';
import { findBySlug } from './queries.ts';

/** Where a short address leads, ready to be answered without asking the database again. */
interface Route {
  workspaceId: string;
  linkId: string;
  /** Target with the link's UTM values, without click id. */
  target: string;
}

/** How long another process may lead to the old target after a link was changed. */
const FRESH_MS = 2_000;

interface Hit {
  slug: string;
  ip: string;
  userAgent: string;
  referrer: string | null;
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Follows short addresses. */
export interface Follower {
  /**
   * Records the click, and resolves with the address to go to once the click is durable; null when there is no such link.
   * @throws FactsOverloaded
   */
  follow(hit: Hit): Promise<string | null>;
  /**
   * The same when everything needed is at hand: a known link and the day's salt.
   * @param done is told the address and the id of the click, or why the click was not kept
   * @returns false, and nothing recorded, when something has to be asked first; then `follow` does it
   */
  followNow(hit: Hit, done: (error: unknown, target: string, clickId: string) => void): boolean;
}

/** Known routes are kept in memory; clicks travel in batches. */
export function buildFollower(platform: Platform): Follower {
  const { facts, clock } = platform;
  const routes = new LRUCache<string, Route | 'none'>({ max: 50_000, ttl: FRESH_MS });
  const find = async (slug: string): Promise<Route | 'none'> => {
    const known = routes.get(slug);
    if (known) return known;
    const found = await inTransaction(platform.database.pool, {}, (db) => findBySlug(db, slug));
    const gone =
      !found || found.archived_at !== null || (found.expires_at !== null && found.expires_at <= clock.now());
    const route = gone
      ? 'none'
      : {
          workspaceId: found.workspace_id,
          linkId: found.link_id,
          target: targetOf(found, platform.settings.publicUrl),
        };
    routes.set(slug, route);
    return route;
  };
  const clickOf = (hit: Hit, route: Route, observation: Observation): FactRow<'clicks'> => ({
    id: newId(),
    workspaceId: route.workspaceId,
    linkId: route.linkId,
    occurredAt: clock.now(),
    userAgent: hit.userAgent.slice(0, 500),
    referrer: hit.referrer?.slice(0, 1000) ?? null,
    method: hit.method,
    ...observation,
  });

  return {
    async follow(hit) {
      const route = await find(hit.slug);
      if (route === 'none') return null;
      const click = clickOf(hit, route, await facts.observe(route.workspaceId, hit));
      await facts.record('clicks', click);
      return withClickId(route.target, click.id);
    },
    followNow(hit, done) {
      const route = routes.get(hit.slug);
      if (!route || route === 'none') return false;
      const observation = facts.observeNow(route.workspaceId, hit);
      if (!observation) return false;
      const click = clickOf(hit, route, observation);
      facts.recordThen('clicks', click, (error) =>
        done(error, withClickId(route.target, click.id), click.id),
      );
      return true;
    },
  };
}

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const;

function targetOf(link: NonNullable<Awaited<ReturnType<typeof findBySlug>>>, publicUrl: string): string {
  const base =
    link.target_kind === 'playbook'
      ? `${publicUrl}/p/${link.workspace_slug}/${link.playbook_slug}`
      : (link.target_url ?? publicUrl);
  const url = new URL(base);
  for (const name of UTM) {
    const value = link[`utm_${name}`];
    // What the target's owner wrote into the address stays; ours only adds.
    if (typeof value === 'string' && value && !url.searchParams.has(`utm_${name}`))
      url.searchParams.set(`utm_${name}`, value);
  }
  return url.href;
}

function withClickId(target: string, clickId: string): string {
  const hash = target.indexOf('#');
  const [before, after] = hash < 0 ? [target, ''] : [target.slice(0, hash), target.slice(hash)];
  return `${before}${before.includes('?') ? '&' : '?'}c=${clickId}${after}`;
}
