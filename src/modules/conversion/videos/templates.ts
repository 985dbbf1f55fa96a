import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Conflict, Invalid, NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { playbooks } from '#modules/creation';
import { defaultScenes } from './default-template.ts';
import { commonValues, personalValues } from './fields.ts';
import { findMaterial, type Material } from './material.ts';
import { findActiveOffer } from './offer.ts';
import { FIELD_NAMES, isKnownField, nameOfField, type Personal, personalise } from './personalise.ts';
import { countByTemplate } from './queries.ts';
import type { Scene } from './scene.ts';
import { fieldsIn } from './scene-text.ts';
import type { VideoPreview, VideoTemplate, VideoTemplateChange } from './shapes.ts';
import { shownPersonal } from './show.ts';
import * as queries from './template-queries.ts';

/** Templates of the workspace, last changed first. */
export async function list(ctx: Context): Promise<VideoTemplate[]> {
  const rows = await queries.listTemplates(ctx.db, ctx.workspace.id);
  const shown: VideoTemplate[] = [];
  for (const row of rows) shown.push(await show(ctx, row));
  return shown;
}

/** @throws NotFound */
export const get = async (ctx: Context, id: string): Promise<VideoTemplate> =>
  show(ctx, await getRow(ctx, id));

/** @throws NotFound */
export async function getRow(ctx: Context, id: string): Promise<queries.TemplateRow> {
  const row = await queries.findTemplate(ctx.db, ctx.workspace.id, { id });
  if (!row) throw new NotFound('There is no such template.');
  return row;
}

/** Makes the default template of a playbook by hand. @throws NotFound, Conflict while the playbook is not published */
export async function create(ctx: Context, playbookId: string): Promise<VideoTemplate> {
  const row = await ensure(ctx, playbookId);
  if (!row) throw new Conflict('Publish the playbook first: the scenes are made from what readers see.');
  return show(ctx, row);
}

/**
 * The template of a playbook; when it has none, the default one is made from what is published and goes live. Safe to
 * repeat.
 * @param offerId the offer it ends in; otherwise whichever of the playbook can be bought when a video is made
 * @returns undefined while the playbook is not published
 */
export async function ensure(
  ctx: Context,
  playbookId: string,
  offerId: string | null = null,
): Promise<queries.TemplateRow | undefined> {
  const find = () => queries.findTemplate(ctx.db, ctx.workspace.id, { playbookId });
  const known = await find();
  if (known) return known;
  // Many hands may go up at once, and the first of them makes it.
  await playbooks.getRow(ctx, playbookId, { lock: true });
  const made = await find();
  if (made) return made;
  const material = await findMaterial(ctx, playbookId);
  if (!material) return undefined;
  const { content, expertName } = material;
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertTemplate(ctx.db, ctx.workspace.id, {
    id,
    name: `Five minutes on ${content.title}`.slice(0, 160),
    playbookId,
    expertId: material.expertId,
    offerId,
    state: 'published',
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  const scenes = defaultScenes({
    title: content.title,
    expertName,
    outcome: content.outcome?.text ?? null,
    audience: content.audience?.text ?? null,
    pain: content.pain?.text ?? null,
    steps: content.steps.map(({ position, title }) => ({ position, title })),
  }).map((scene) => ({ ...scene, audioFileId: null }));
  await queries.replaceScenes(ctx.db, ctx.workspace.id, id, scenes, now);
  await notify(ctx, 'video-template.changed', { templateId: id });
  return queries.findTemplate(ctx.db, ctx.workspace.id, { id });
}

/** Changes name, offer and scenes. Videos that are made already stay as they are. @throws NotFound, Invalid */
export async function save(ctx: Context, id: string, change: VideoTemplateChange): Promise<VideoTemplate> {
  const row = await queries.findTemplate(ctx.db, ctx.workspace.id, { id }, { lock: true });
  if (!row) throw new NotFound('There is no such template.');
  if (change.offerId && !(await findActiveOffer(ctx, { id: change.offerId })))
    throw new Invalid([{ pointer: '/offerId', detail: 'This offer cannot be bought now.' }]);
  checkFields(change.scenes);
  const before = await queries.listScenes(ctx.db, ctx.workspace.id, id);
  const audioOf = new Map(before.map((scene) => [scene.id, scene.audioFileId]));
  const strange = change.scenes.findIndex((scene) => scene.id !== undefined && !audioOf.has(scene.id));
  if (strange >= 0)
    throw new Invalid([{ pointer: `/scenes/${strange}/id`, detail: 'This template has no such scene.' }]);
  const now = ctx.clock.now();
  const scenes = change.scenes.map((scene) => ({
    ...scene,
    audioFileId: (scene.id && audioOf.get(scene.id)) ?? null,
  }));
  await queries.replaceScenes(ctx.db, ctx.workspace.id, id, scenes, now);
  await queries.updateTemplate(ctx.db, ctx.workspace.id, id, {
    name: change.name,
    ...(change.offerId !== undefined && { offerId: change.offerId }),
    state: 'draft',
    revision: row.revision + 1,
    updatedAt: now,
  });
  await audit(ctx, { action: 'video-template.changed', subject: { type: 'video_template', id } });
  await notify(ctx, 'video-template.changed', { templateId: id });
  return get(ctx, id);
}

/** Lets videos be made from it again. @throws NotFound */
export async function publish(ctx: Context, id: string): Promise<VideoTemplate> {
  const row = await getRow(ctx, id);
  const now = ctx.clock.now();
  await queries.updateTemplate(ctx.db, ctx.workspace.id, row.id, {
    state: 'published',
    publishedAt: now,
    publishedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    updatedAt: now,
  });
  await audit(ctx, { action: 'video-template.published', subject: { type: 'video_template', id } });
  await notify(ctx, 'video-template.changed', { templateId: id });
  return get(ctx, id);
}

/** @throws NotFound */
export async function getScene(ctx: Context, id: string, sceneId: string): Promise<Scene> {
  await getRow(ctx, id);
  const scene = (await queries.listScenes(ctx.db, ctx.workspace.id, id)).find((one) => one.id === sceneId);
  if (!scene) throw new NotFound('This template has no such scene.');
  return scene;
}

/** Puts a recorded narration under a scene, or takes it away. @throws NotFound */
export async function narrate(
  ctx: Context,
  id: string,
  sceneId: string,
  audioFileId: string | null,
): Promise<VideoTemplate> {
  const row = await getRow(ctx, id);
  await getScene(ctx, id, sceneId);
  const now = ctx.clock.now();
  await queries.setNarration(ctx.db, ctx.workspace.id, sceneId, audioFileId, now);
  await queries.updateTemplate(ctx.db, ctx.workspace.id, id, { revision: row.revision + 1, updatedAt: now });
  return get(ctx, id);
}

/** The scenes as one person would see them now; without a person, as somebody of whom nothing is known. @throws NotFound */
export async function preview(ctx: Context, id: string, leadId: string | undefined): Promise<VideoPreview> {
  const row = await getRow(ctx, id);
  return shownPersonal(await makeFor(ctx, row, leadId));
}

/** A template filled for a person from what is known now. @throws NotFound when the person is gone */
export async function makeFor(
  ctx: Context,
  row: queries.TemplateRow,
  leadId: string | undefined,
): Promise<Personal & { offerId: string | null; material: Material | undefined }> {
  const material = row.playbookId ? await findMaterial(ctx, row.playbookId) : undefined;
  const offer = await offerOf(ctx, row);
  const values = new Map(material ? commonValues(material, offer) : []);
  if (leadId && material)
    for (const [field, value] of await personalValues(ctx, leadId, material)) values.set(field, value);
  const scenes = await queries.listScenes(ctx.db, ctx.workspace.id, row.id);
  return { ...personalise(scenes, values, row.language), offerId: offer?.id ?? null, material };
}

/** The offer a template ends in: its own while that can be bought, else the playbook's. */
async function offerOf(ctx: Context, { offerId, playbookId }: queries.TemplateRow) {
  const own = offerId ? await findActiveOffer(ctx, { id: offerId }) : undefined;
  return own ?? (playbookId ? findActiveOffer(ctx, { playbookId }) : undefined);
}

function checkFields(scenes: VideoTemplateChange['scenes']): void {
  const errors = scenes.flatMap(({ title, text, narration, fields }, index) => {
    const named = fieldsIn(`${title}\n${text}\n${narration}`);
    const settings = new Map(fields.map((field) => [field.field, field]));
    const unknown = [...named, ...settings.keys()].find((field) => !isKnownField(field));
    if (unknown) return [{ pointer: `/scenes/${index}/fields`, detail: `There is no field {{${unknown}}}.` }];
    const open = fieldsIn(title).find(
      (field) => !settings.get(field)?.fallback && !settings.get(field)?.isRequired,
    );
    if (open)
      return [
        {
          pointer: `/scenes/${index}/title`,
          detail: `Say what the title does without {{${open}}}: a fallback, or leave the scene out.`,
        },
      ];
    return [];
  });
  if (errors.length > 0) throw new Invalid(errors);
}

async function show(ctx: Context, row: queries.TemplateRow): Promise<VideoTemplate> {
  const scenes = await queries.listScenes(ctx.db, ctx.workspace.id, row.id);
  const names = row.playbookId ? await playbooks.namesOf(ctx, [row.playbookId]) : undefined;
  const playbook = row.playbookId ? names?.get(row.playbookId) : undefined;
  const offer = await offerOf(ctx, row);
  const counts = (await countByTemplate(ctx.db, ctx.workspace.id, [row.id])).get(row.id);
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    revision: row.revision,
    playbook: playbook && row.playbookId ? { id: row.playbookId, ...playbook } : null,
    offer: offer ? { id: offer.id, name: offer.name } : null,
    scenes: shownScenes(scenes),
    durationMs: scenes.reduce((sum, { durationMs }) => sum + durationMs, 0),
    knownFields: Object.keys(FIELD_NAMES).map((field) => ({ field, name: nameOfField(field) })),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    counts: counts ?? { videos: 0, sent: 0, waiting: 0, played: 0, watched: 0 },
  };
}

function shownScenes(scenes: Scene[]): VideoTemplate['scenes'] {
  let startMs = 0;
  return scenes.map(({ audioFileId, ...scene }) => {
    const shown = { ...scene, startMs, hasAudio: audioFileId !== null };
    startMs += scene.durationMs;
    return shown;
  });
}
