import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import type { Scene } from './scene.ts';
import { sceneHtml, sceneText } from './scene-text.ts';
import { videoScenes, videoTemplates } from './schema.ts';

export type TemplateRow = typeof videoTemplates.$inferSelect;

/** Last changed first; archived ones are left out. */
export async function listTemplates(db: Transaction, workspaceId: string): Promise<TemplateRow[]> {
  return db
    .select()
    .from(videoTemplates)
    .where(and(eq(videoTemplates.workspaceId, workspaceId), ne(videoTemplates.state, 'archived')))
    .orderBy(desc(videoTemplates.updatedAt), desc(videoTemplates.id));
}

export async function findTemplate(
  db: Transaction,
  workspaceId: string,
  key: { id: string } | { playbookId: string },
  { lock = false } = {},
): Promise<TemplateRow | undefined> {
  const query = db
    .select()
    .from(videoTemplates)
    .where(
      and(
        eq(videoTemplates.workspaceId, workspaceId),
        ne(videoTemplates.state, 'archived'),
        'id' in key ? eq(videoTemplates.id, key.id) : eq(videoTemplates.playbookId, key.playbookId),
      ),
    )
    .orderBy(asc(videoTemplates.createdAt))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function insertTemplate(
  db: Transaction,
  workspaceId: string,
  template: Omit<typeof videoTemplates.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(videoTemplates).values({ ...template, workspaceId });
}

export async function updateTemplate(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof videoTemplates.$inferInsert>,
): Promise<void> {
  await db
    .update(videoTemplates)
    .set(change)
    .where(and(eq(videoTemplates.workspaceId, workspaceId), eq(videoTemplates.id, id)));
}

/** In the order of the film. */
export async function listScenes(db: Transaction, workspaceId: string, templateId: string): Promise<Scene[]> {
  const rows = await db
    .select()
    .from(videoScenes)
    .where(and(eq(videoScenes.workspaceId, workspaceId), eq(videoScenes.templateId, templateId)))
    .orderBy(asc(videoScenes.position));
  return rows.map(
    ({ id, position, kind, durationMs, title, html, narration, fields, audioFileId }): Scene => ({
      id,
      position,
      kind,
      durationMs,
      title,
      text: sceneText(html),
      narration,
      fields,
      audioFileId,
    }),
  );
}

/** Puts these scenes in the place of those that were there; a scene that keeps its id keeps its row. */
export async function replaceScenes(
  db: Transaction,
  workspaceId: string,
  templateId: string,
  scenes: (Omit<Scene, 'id' | 'position'> & { id?: string | undefined })[],
  now: Date,
): Promise<void> {
  await db
    .delete(videoScenes)
    .where(and(eq(videoScenes.workspaceId, workspaceId), eq(videoScenes.templateId, templateId)));
  if (scenes.length === 0) return;
  await db.insert(videoScenes).values(
    scenes.map(({ id = newId(), text, ...scene }, index) => ({
      ...scene,
      id,
      workspaceId,
      templateId,
      position: index + 1,
      html: sceneHtml(text),
      createdAt: now,
      updatedAt: now,
    })),
  );
}

export async function setNarration(
  db: Transaction,
  workspaceId: string,
  sceneId: string,
  audioFileId: string | null,
  now: Date,
): Promise<void> {
  await db
    .update(videoScenes)
    .set({ audioFileId, updatedAt: now })
    .where(and(eq(videoScenes.workspaceId, workspaceId), eq(videoScenes.id, sceneId)));
}
