import type { z } from 'zod';
import { type Context, type Platform, system } from '#context';
import { audit } from '#kernel/audit';
import { inWorkspace, newId } from '#kernel/database';
import { Conflict, NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import { listClaims } from '../profiles/queries.ts';
import { checkMail } from './checks.ts';
import { composeVariants, type Material, type UsableClaim, unsupportedIn } from './compose.ts';
import { fieldsIn } from './merge.ts';
import * as queries from './queries.ts';
import type { Variant, VariantChange } from './shapes.ts';
import { type WrittenVariants, writeVariants } from './task.ts';

const ANGLES = ['problem', 'benefit', 'question'] as const;

interface Writing extends Material {
  workspaceId: string;
  campaignId: string;
  correlationId: string;
}

/** Writes the variants that are not there. Outside any transaction while a composer or model works. */
export async function writeMissing(platform: Platform, writing: Writing): Promise<void> {
  const { workspaceId, campaignId, correlationId, ...material } = writing;
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('copy writer'), correlationId }, work);
  const there = await inside((ctx) => queries.listVariants(ctx.db, workspaceId, [campaignId]));
  if (ANGLES.every((angle) => there.some((variant) => variant.angle === angle))) return;
  const { output, maker } = await platform.ai.run(platform, workspaceId, writeVariants, material, {
    subject: { type: 'campaign', id: campaignId },
    correlationId,
  });
  await inside(async (ctx) => {
    // Under the campaign's lock, so that a second run finds what this one wrote.
    await queries.lockCampaign(ctx.db, workspaceId, campaignId);
    const now = await queries.listVariants(ctx.db, workspaceId, [campaignId]);
    for (const [position, angle] of ANGLES.entries()) {
      if (now.some((variant) => variant.angle === angle)) continue;
      const { written, by } = supported(output.variants, angle, maker, material);
      await keep(ctx, { campaignId, position: position + 1, maker: by, claims: material.claims }, written);
    }
  });
}

type Written = z.output<typeof WrittenVariants>['variants'][number];

/** A model's mail that states what no claim holds, or that could not be sent, is not used: the built-in composer's stands in its place. */
function supported(
  output: Written[],
  angle: Written['angle'],
  maker: string,
  material: Material,
): { written: Written; by: string } {
  const written = output.find((variant) => variant.angle === angle);
  const holds = written?.mails.every(
    ({ subject, body }, index) =>
      unsupportedIn(`${subject}\n${body}`, material.claims).length === 0 &&
      checkMail({ subject, body, position: index + 1 }).findings.every(({ state }) => state !== 'red'),
  );
  if (written && (holds || maker === 'built-in composer')) return { written, by: maker };
  const composed = composeVariants(material).find((variant) => variant.angle === angle);
  if (!composed) throw new Error(`The composer wrote no variant for ${angle}.`);
  return { written: composed, by: 'built-in composer' };
}

async function keep(
  ctx: Context,
  at: { campaignId: string; position: number; maker: string; claims: UsableClaim[] },
  { angle, name, mails }: Written,
): Promise<void> {
  const id = newId();
  const now = ctx.clock.now();
  const isModel = at.maker.startsWith('model');
  const rows = mails.map((mail, index) => ({
    id: newId(),
    variantId: id,
    position: index + 1,
    delayDays: index === 0 ? 0 : mail.delayDays,
    subject: mail.subject,
    body: mail.body,
    checks: checkMail({ ...mail, position: index + 1 }, { unsupported: unsupportedIn(mail.body, at.claims) }),
    createdAt: now,
    updatedAt: now,
  }));
  const traced = rows.flatMap((row, index) =>
    (mails[index]?.claims ?? []).flatMap(({ claimId, words }) => {
      const start = row.body.indexOf(words);
      // A claim that is none, or words that are not there, trace nothing.
      if (start < 0 || words === '' || !at.claims.some((claim) => claim.id === claimId)) return [];
      return [
        {
          id: newId(),
          variantMailId: row.id,
          claimId,
          words,
          startOffset: start,
          endOffset: start + words.length,
          createdAt: now,
        },
      ];
    }),
  );
  await queries.insertVariant(
    ctx.db,
    ctx.workspace.id,
    {
      id,
      campaignId: at.campaignId,
      position: at.position,
      angle,
      name,
      composer: isModel ? 'model' : 'built-in',
      model: isModel ? at.maker.replace(/^model:\s*/, '') : null,
      createdAt: now,
      updatedAt: now,
    },
    rows,
    traced,
  );
}

/** Variants of a campaign with their mails and what these rest on. */
export async function list(ctx: Context, campaignId: string): Promise<Variant[]> {
  return show(ctx, await queries.listVariants(ctx.db, ctx.workspace.id, [campaignId]));
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Variant> {
  const row = await queries.findVariant(ctx.db, ctx.workspace.id, id);
  const found = row && (await list(ctx, row.campaignId)).find((variant) => variant.id === id);
  if (!found) throw new NotFound('There is no such variant.');
  return found;
}

/**
 * Changes the words or the weight of a variant. Mails that have left keep what they said; those that wait take the new
 * words. @throws NotFound, Conflict
 */
export async function change(ctx: Context, id: string, input: VariantChange): Promise<Variant> {
  const before = await get(ctx, id);
  const { db, workspace, clock } = ctx;
  const { mails = [], ...values } = input;
  const campaign = await queries.lockCampaign(db, workspace.id, before.campaignId);
  if (!campaign || campaign.status === 'launching')
    throw new Conflict('The campaign is being launched. Try again in a moment.');
  if (values.isActive === false) {
    const others = (await list(ctx, before.campaignId)).filter(
      (variant) => variant.id !== id && variant.isActive,
    );
    if (others.length === 0) throw new Conflict('One variant must stay.');
  }
  const claims = campaign.siteProfileId ? await listClaims(db, workspace.id, campaign.siteProfileId) : [];
  const now = clock.now();
  if (Object.keys(values).length > 0)
    await queries.updateVariant(db, workspace.id, id, { ...values, updatedAt: now });
  for (const edit of mails) {
    const mail = before.mails.find(({ position }) => position === edit.position);
    if (!mail) throw new NotFound(`The variant has no mail ${edit.position}.`);
    const subject = edit.subject ?? mail.subject;
    const body = edit.body ?? mail.body;
    const standing = claims.filter(({ isStruck }) => !isStruck);
    const custom = fieldsIn(`${subject} ${body}`)
      .filter(({ fallback }) => fallback !== null)
      .map(({ name }) => name);
    await queries.updateMail(db, workspace.id, mail.id, {
      subject,
      body,
      ...(edit.delayDays !== undefined && edit.position > 1 && { delayDays: edit.delayDays }),
      checks: checkMail(
        { subject, body, position: mail.position },
        { custom, unsupported: unsupportedIn(body, standing) },
      ),
      editedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      updatedAt: now,
    });
    // Words that still stand there still rest on their claim; a sentence of the site that was typed in does so as well.
    const traced = standing.flatMap(({ id: claimId, sentence }) => {
      const start = body.indexOf(sentence);
      return start < 0
        ? []
        : [
            {
              id: newId(),
              variantMailId: mail.id,
              claimId,
              words: sentence,
              startOffset: start,
              endOffset: start + sentence.length,
              createdAt: now,
            },
          ];
    });
    const kept = mail.claims
      .filter(
        ({ words, claimId }) => body.includes(words) && !traced.some((entry) => entry.claimId === claimId),
      )
      .map(({ claimId, words }) => ({
        id: newId(),
        variantMailId: mail.id,
        claimId,
        words,
        startOffset: body.indexOf(words),
        endOffset: body.indexOf(words) + words.length,
        createdAt: now,
      }));
    await queries.replaceVariantClaims(db, workspace.id, mail.id, [...traced, ...kept]);
  }
  await audit(ctx, { action: 'variant.changed', subject: { type: 'variant', id }, after: values });
  await notify(ctx, 'campaign.changed', { campaignId: before.campaignId });
  return get(ctx, id);
}

async function show(
  ctx: Context,
  rows: (queries.VariantRow & { mails: queries.VariantMailRow[] })[],
): Promise<Variant[]> {
  const ids = rows.flatMap(({ mails }) => mails.map(({ id }) => id));
  const claims = await queries.listVariantClaims(ctx.db, ctx.workspace.id, ids);
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaignId,
    position: row.position,
    angle: row.angle,
    name: row.name,
    weight: row.weight,
    isActive: row.isActive,
    maker: row.model ? `model: ${row.model}` : 'built-in composer',
    mails: row.mails.map((mail) => ({
      id: mail.id,
      position: mail.position,
      delayDays: mail.delayDays,
      subject: mail.subject,
      body: mail.body,
      checks: mail.checks,
      claims: claims
        .filter(({ variantMailId }) => variantMailId === mail.id)
        .map(({ claimId, words, startOffset, endOffset }) => ({
          claimId,
          words,
          start: startOffset ?? 0,
          end: endOffset ?? 0,
        })),
    })),
  }));
}
