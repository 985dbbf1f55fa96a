import type { Link, Office } from './office.ts';

export const REPORTED = ['readers', 'emails', 'trials', 'videos', 'orders'] as const;
export type Reported = (typeof REPORTED)[number];

/** What the program itself says at one moment. */
export interface Reports {
  people: Record<Reported, number>;
  raw: Record<Reported, number>;
  /** Orders and money by the slug of a link, under the last-touch model. */
  earned: Map<string, { orders: number; amountMinor: number }>;
  booked: { orders: number; minor: number; currency: string };
  unattributedMinor: number;
  difference: number;
  clicks: Map<string, Link['clicks']>;
}

interface Funnel {
  stages: { key: Reported; people: number; raw: number }[];
}
interface Attribution {
  currency: string;
  booked: { orders: number; minor: number };
  rows: { link: { slug: string } | null; orders: number; amountMinor: number }[];
  unattributed: { amountMinor: number };
  difference: number;
}

/** Asks for everything that is compared: the funnel, the attribution, and the clicks of some links. */
export async function readReports(office: Office, playbookId: string, links: Link[]): Promise<Reports> {
  const of = `days=all&playbookId=${playbookId}`;
  const { stages } = await office.get<Funnel>(`/funnel?${of}`);
  const money = await office.get<Attribution>(`/attribution?model=last&by=link&${of}`);
  const stage = (key: Reported, count: 'people' | 'raw') =>
    stages.find((one) => one.key === key)?.[count] ?? 0;
  const counts = (count: 'people' | 'raw') =>
    Object.fromEntries(REPORTED.map((key) => [key, stage(key, count)])) as Record<Reported, number>;
  const clicks = new Map<string, Link['clicks']>();
  for (const { id, slug } of links) clicks.set(slug, (await office.get<Link>(`/links/${id}`)).clicks);
  return {
    people: counts('people'),
    raw: counts('raw'),
    earned: new Map(
      money.rows.flatMap(({ link, orders, amountMinor }) =>
        link ? [[link.slug, { orders, amountMinor }]] : [],
      ),
    ),
    booked: { ...money.booked, currency: money.currency },
    unattributedMinor: money.unattributed.amountMinor,
    difference: money.difference,
    clicks,
  };
}
