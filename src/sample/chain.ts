import type { Context } from '#context';
import { files } from '#kernel/storage';
import { drafts, experts, playbooks, reviews, sources, versions } from '#modules/creation';
import { links } from '#modules/distribution';
import type { SampleExpert } from './experts.ts';
import type { SampleHouse } from './sample.ts';

const MOST_FIXES = 60;

/** Adds the expert and has their material read. @returns ids of the sources, the longest first */
export async function makeSources(house: SampleHouse, expert: SampleExpert): Promise<string[]> {
  const { platform, inside } = house;
  const expertId = await inside(async (ctx) => {
    const known = (await experts.list(ctx, { limit: 100 })).data.find(
      (candidate) => candidate.slug === expert.slug,
    );
    const { name, trade, bio } = expert;
    return known?.id ?? (await experts.add(ctx, { name, trade, bio })).id;
  });
  const known = await inside((ctx) => sources.list(ctx, { limit: 100, expertId }));
  const ids: string[] = [];
  for (const file of [...expert.files].sort((a, b) => b.bytes.length - a.bytes.length)) {
    const found = known.data.find((source) => source.fileName === file.name);
    const id = found?.id ?? (await upload());
    await until(house, (ctx) => sources.getSummary(ctx, id).then(({ status }) => status !== 'importing'));
    ids.push(id);

    async function upload(): Promise<string> {
      const stored = await platform.storage.put(file.bytes);
      return inside(async (ctx) => {
        const row = await files.keep(ctx, stored, { name: file.name });
        const kept = { fileId: row.id, name: row.name, mediaType: row.mediaType, bytes: row.sizeBytes };
        return (await sources.addFile(ctx, kept, expertId)).id;
      });
    }
  }
  return ids;
}

/** Composes, mends and publishes one playbook, as a person would with the findings beside them. @returns its id */
export async function makePlaybook(
  house: SampleHouse,
  expert: SampleExpert,
  sourceIds: string[],
): Promise<string> {
  const { inside } = house;
  const { title, slug } = expert.playbook;
  const id = await inside(async (ctx) => {
    const found = (await playbooks.list(ctx, { limit: 100 })).data.find(
      (candidate) => candidate.slug === slug,
    );
    if (found) return found.id;
    const made = await playbooks.create(ctx, { title, purpose: 'audience_building', sourceIds });
    await playbooks.change(ctx, made.id, { slug });
    return made.id;
  });
  const { currentVersion } = await inside((ctx) => playbooks.get(ctx, id));
  if (currentVersion) return id;
  await until(house, async (ctx) => {
    const { extraction } = await playbooks.get(ctx, id);
    return !['queued', 'running'].includes(extraction?.state ?? 'done');
  });
  await mend();
  await inside(async (ctx) => {
    const review = await reviews.latest(ctx, id);
    await versions.publish(ctx, id, {
      note: 'First version, from the interviews and notes',
      ...(review.passed
        ? {}
        : { overrideReason: 'Part of the sample: shows what a published exception looks like' }),
    });
  });
  return id;

  async function mend(): Promise<void> {
    const refused = new Set<string>();
    for (let round = 0; round < MOST_FIXES; round += 1) {
      const done = await inside(async (ctx) => {
        const review = await reviews.latest(ctx, id);
        const finding = review.findings.find((candidate) => candidate.apply && !refused.has(candidate.id));
        if (!finding) return true;
        refused.add(finding.id);
        const { draft } = await playbooks.get(ctx, id);
        await drafts.applyFix(ctx, id, { revision: draft.revision, findingId: finding.id });
        return false;
      }).catch((error: unknown) => {
        // A fix whose words another fix has changed meanwhile is left to the person, as in the editor.
        if (error instanceof drafts.DraftChanged) return false;
        throw error;
      });
      if (done) return;
    }
  }
}

/** Makes the short addresses that readers come by. */
export async function makeLinks(
  { inside }: SampleHouse,
  expert: SampleExpert,
  playbookId: string,
): Promise<void> {
  await inside(async (ctx) => {
    const known = new Set((await links.list(ctx, { limit: 200 })).data.map((link) => link.slug));
    for (const { slug, title, source, medium, campaign } of expert.links) {
      if (known.has(slug)) continue;
      const utm = { source, medium, campaign };
      await links.shorten(ctx, { slug, title, playbookId, purpose: 'audience_building', utm });
    }
  });
}

const PATIENCE_MS = 60_000;

/** Does jobs until one has done its work. @throws Error when it takes a minute */
async function until(
  { inside, past }: SampleHouse,
  isDone: (ctx: Context) => Promise<boolean>,
): Promise<void> {
  for (const from = performance.now(); !(await inside(isDone)); await past.settle()) {
    if (performance.now() - from > PATIENCE_MS) throw new Error('The sample waited a minute for a job.');
  }
}
