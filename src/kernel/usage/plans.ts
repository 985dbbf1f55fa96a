/** What an organization can have bought. */
export type Plan = 'free' | 'pro' | 'enterprise';

/** What is counted per month. */
export type Resource = 'tasks' | 'posts' | 'campaigns';

export const plans: readonly Plan[] = ['free', 'pro', 'enterprise'];
export const resources: readonly Resource[] = ['tasks', 'posts', 'campaigns'];

/** Monthly limits (DESIGN.md §6). */
export const limits: Record<Plan, Record<Resource, number>> = {
  free: { tasks: 10, posts: 5, campaigns: 3 },
  pro: { tasks: 100, posts: 50, campaigns: 25 },
  enterprise: { tasks: 1000, posts: 500, campaigns: 250 },
};

export type PaidPlan = Exclude<Plan, 'free'>;

/** What a month of a plan costs (DESIGN.md §6). */
export const planPrices: Record<PaidPlan, { amountMinor: number; currency: string }> = {
  pro: { amountMinor: 2_900, currency: 'USD' },
  enterprise: { amountMinor: 9_900, currency: 'USD' },
};

/** How a resource is said to people. */
export const resourceNames: Record<Resource, string> = {
  tasks: 'tasks',
  posts: 'posts',
  campaigns: 'campaigns',
};

/** First day of the month, in UTC: counters begin anew then. */
export const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

/** First instant of the next month. */
export const nextMonth = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
