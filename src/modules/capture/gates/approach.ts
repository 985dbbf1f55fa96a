import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import { playbooks, readings } from '#modules/creation';
import { gateCopy, promised } from './copy.ts';
import * as queries from './queries.ts';
import { ensureDefault } from './service.ts';
import { type GateCopy, type Question, Questions } from './shapes.ts';

/** A gate as a reader meets it on one published playbook. */
export interface Approach {
  playbook: {
    id: string;
    slug: string;
    title: string;
    language: string;
    expertName: string;
    purpose: string;
  };
  versionId: string;
  versionNumber: number;
  gateId: string;
  revision: queries.RevisionRow;
  position: number;
  questions: Question[];
  copy: GateCopy;
  opens: { from: number; to: number };
  /** Path of the reading page. */
  path: string;
}

/** What stands at the gate of a published playbook. @throws NotFound when nothing is published, or nothing is closed */
export async function approach(ctx: Context, slug: string): Promise<Approach> {
  const published = await readings.getPublished(ctx, slug);
  const places = await playbooks.placesOf(ctx, published.playbookId);
  const key = { playbookId: published.playbookId };
  let found = await queries.findGate(ctx.db, ctx.workspace.id, key);
  // Somebody may be faster than the listener that makes the gate.
  if (!found && places?.gatePosition) {
    await ensureDefault(ctx, published.playbookId);
    found = await queries.findGate(ctx.db, ctx.workspace.id, key);
  }
  const lastPosition = published.content.steps.length;
  if (!found?.gate.isActive || !places || lastPosition <= found.gate.position)
    throw new NotFound('This playbook is open; it has no gate to pass.');
  const { gate, revision } = found;
  const questions = Questions.parse(revision.questions);
  const behind = { position: gate.position, trialPosition: places.trialPosition, lastPosition };
  return {
    playbook: {
      id: published.playbookId,
      slug: published.slug,
      title: published.content.title,
      language: published.language,
      expertName: published.expert.name,
      purpose: places.purpose,
    },
    versionId: published.versionId,
    versionNumber: published.versionNumber,
    gateId: gate.id,
    revision,
    position: gate.position,
    questions,
    copy: gateCopy(behind, revision.copy as Partial<GateCopy>, questions.length),
    opens: promised(behind),
    path: `/p/${ctx.workspace.slug}/${published.slug}`,
  };
}
