import { and, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { videoDeliveries, videos, videoTemplates, watchFacts } from './schema.ts';
import type { Range } from './watching.ts';

export type VideoRow = typeof videos.$inferSelect;
export type DeliveryRow = typeof videoDeliveries.$inferSelect;
export type FactRow = typeof watchFacts.$inferSelect;
export type DeliveryState = DeliveryRow['state'];

/** @returns false when the hand-raise has its video already */
export async function insertVideo(
  db: Transaction,
  workspaceId: string,
  video: Omit<typeof videos.$inferInsert, 'workspaceId'>,
): Promise<boolean> {
  const rows = await db
    .insert(videos)
    .values({ ...video, workspaceId })
    .onConflictDoNothing()
    .returning({ id: videos.id });
  return rows.length > 0;
}

export async function findVideo(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<VideoRow | undefined> {
  const query = db
    .select()
    .from(videos)
    .where(and(eq(videos.workspaceId, workspaceId), eq(videos.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function updateVideo(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof videos.$inferInsert>,
): Promise<void> {
  await db
    .update(videos)
    .set(change)
    .where(and(eq(videos.workspaceId, workspaceId), eq(videos.id, id)));
}

/** Videos that wait for their template to be published, oldest first. */
export async function listUnprepared(
  db: Transaction,
  workspaceId: string,
  templateId: string,
): Promise<VideoRow[]> {
  return db
    .select()
    .from(videos)
    .where(
      and(
        eq(videos.workspaceId, workspaceId),
        eq(videos.templateId, templateId),
        eq(videos.state, 'preparing'),
      ),
    )
    .orderBy(videos.createdAt);
}

export interface VideoFilter {
  templateId?: string | undefined;
  leadId?: string | undefined;
  state?: DeliveryState | undefined;
  watched?: 'yes' | 'no' | undefined;
}

export interface ListedVideo {
  video: VideoRow;
  delivery: DeliveryRow | null;
  templateName: string;
}

/** Newest first. */
export async function listVideos(
  db: Transaction,
  workspaceId: string,
  { templateId, leadId, state, watched }: VideoFilter,
  { after, limit }: { after: { createdAt: Date; id: string } | undefined; limit: number },
): Promise<ListedVideo[]> {
  const conditions: (SQL | undefined)[] = [
    eq(videos.workspaceId, workspaceId),
    templateId ? eq(videos.templateId, templateId) : undefined,
    leadId ? eq(videos.leadId, leadId) : undefined,
    state ? eq(videoDeliveries.state, state) : undefined,
    watched === 'yes' ? isNotNull(videos.watchedAt) : undefined,
    watched === 'no' ? isNull(videos.watchedAt) : undefined,
    after
      ? or(
          lt(videos.createdAt, after.createdAt),
          and(eq(videos.createdAt, after.createdAt), lt(videos.id, after.id)),
        )
      : undefined,
  ];
  return db
    .select({ video: videos, delivery: videoDeliveries, templateName: videoTemplates.name })
    .from(videos)
    .innerJoin(videoTemplates, eq(videoTemplates.id, videos.templateId))
    .leftJoin(videoDeliveries, eq(videoDeliveries.videoId, videos.id))
    .where(and(...conditions))
    .orderBy(desc(videos.createdAt), desc(videos.id))
    .limit(limit);
}

export interface TemplateCounts {
  videos: number;
  sent: number;
  waiting: number;
  played: number;
  watched: number;
}

/** What became of the videos of some templates. */
export async function countByTemplate(
  db: Transaction,
  workspaceId: string,
  templateIds: string[],
): Promise<Map<string, TemplateCounts>> {
  if (templateIds.length === 0) return new Map();
  const rows = await db
    .select({
      templateId: videos.templateId,
      videos: sql<number>`count(*)::int`,
      sent: sql<number>`(count(*) filter (where ${videoDeliveries.state} = 'sent'))::int`,
      waiting: sql<number>`(count(*) filter (where ${videoDeliveries.state} in ('planned', 'sending', 'unconfirmed')))::int`,
      played: sql<number>`(count(*) filter (where ${videos.watchedMs} > 0))::int`,
      watched: sql<number>`(count(*) filter (where ${videos.watchedAt} is not null))::int`,
    })
    .from(videos)
    .leftJoin(videoDeliveries, eq(videoDeliveries.videoId, videos.id))
    .where(and(eq(videos.workspaceId, workspaceId), inArray(videos.templateId, templateIds)))
    .groupBy(videos.templateId);
  return new Map(rows.map(({ templateId, ...counts }) => [templateId, counts]));
}

export async function insertDelivery(
  db: Transaction,
  workspaceId: string,
  delivery: Omit<typeof videoDeliveries.$inferInsert, 'workspaceId' | 'id'>,
): Promise<string> {
  const id = newId();
  await db.insert(videoDeliveries).values({ ...delivery, id, workspaceId });
  return id;
}

type DeliveryKey = { id: string } | { videoId: string } | { messageId: string };

const ofDelivery = (key: DeliveryKey): SQL =>
  'id' in key
    ? eq(videoDeliveries.id, key.id)
    : 'videoId' in key
      ? eq(videoDeliveries.videoId, key.videoId)
      : eq(videoDeliveries.messageId, key.messageId);

export async function findDelivery(
  db: Transaction,
  workspaceId: string,
  key: DeliveryKey,
  { lock = false } = {},
): Promise<DeliveryRow | undefined> {
  const query = db
    .select()
    .from(videoDeliveries)
    .where(and(eq(videoDeliveries.workspaceId, workspaceId), ofDelivery(key)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function updateDelivery(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof videoDeliveries.$inferInsert>,
): Promise<void> {
  await db
    .update(videoDeliveries)
    .set(change)
    .where(and(eq(videoDeliveries.workspaceId, workspaceId), eq(videoDeliveries.id, id)));
}

/** Deliveries of a person that wait for something, not for a time. */
export async function listWaitingOf(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(videoDeliveries)
    .where(
      and(
        eq(videoDeliveries.workspaceId, workspaceId),
        eq(videoDeliveries.leadId, leadId),
        eq(videoDeliveries.state, 'planned'),
        isNull(videoDeliveries.nextAttemptAt),
      ),
    );
}

/** Deliveries whose outcome has to be looked up, and those whose job is overdue. */
export async function listOpenDeliveries(
  db: Transaction,
  workspaceId: string,
  before: Date,
  limit: number,
): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(videoDeliveries)
    .where(
      and(
        eq(videoDeliveries.workspaceId, workspaceId),
        or(
          and(
            inArray(videoDeliveries.state, ['sending', 'unconfirmed']),
            lt(videoDeliveries.claimedAt, before),
          ),
          and(eq(videoDeliveries.state, 'planned'), lt(videoDeliveries.nextAttemptAt, before)),
        ),
      ),
    )
    .orderBy(videoDeliveries.updatedAt)
    .limit(limit);
}

/** Played parts of some videos, machines left out; and whether somebody said that they read them. */
export async function listPlayed(
  db: Transaction,
  workspaceId: string,
  videoIds: string[],
): Promise<Map<string, { ranges: Range[]; saidSo: boolean }>> {
  if (videoIds.length === 0) return new Map();
  const rows = await db
    .select({
      videoId: watchFacts.videoId,
      kind: watchFacts.kind,
      fromMs: watchFacts.fromMs,
      toMs: watchFacts.toMs,
    })
    .from(watchFacts)
    .where(
      and(
        eq(watchFacts.workspaceId, workspaceId),
        inArray(watchFacts.videoId, videoIds),
        inArray(watchFacts.kind, ['watched', 'read']),
        eq(watchFacts.isBot, false),
      ),
    );
  const played = new Map(videoIds.map((id) => [id, { ranges: [] as Range[], saidSo: false }]));
  for (const { videoId, kind, fromMs, toMs } of rows) {
    const entry = played.get(videoId);
    if (!entry) continue;
    if (kind === 'read') entry.saidSo = true;
    else if (fromMs !== null && toMs !== null) entry.ranges.push({ fromMs, toMs });
  }
  return played;
}

/** Newest first. */
export async function listFacts(
  db: Transaction,
  workspaceId: string,
  videoId: string,
  limit: number,
): Promise<FactRow[]> {
  return db
    .select()
    .from(watchFacts)
    .where(and(eq(watchFacts.workspaceId, workspaceId), eq(watchFacts.videoId, videoId)))
    .orderBy(desc(watchFacts.occurredAt), desc(watchFacts.id))
    .limit(limit);
}

/** Facts stay; whose they were does not. */
export async function forgetWatcher(db: Transaction, workspaceId: string, leadId: string): Promise<void> {
  await db
    .update(watchFacts)
    .set({ leadId: null })
    .where(and(eq(watchFacts.workspaceId, workspaceId), eq(watchFacts.leadId, leadId)));
}

/** What the database takes for now: jobs go by its clock. */
export async function readDatabaseClock(db: Transaction): Promise<Date> {
  const { rows } = await db.execute<{ ms: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`,
  );
  return new Date(Number(rows[0]?.ms));
}
