import type { Context } from '#context';
import { playbooks } from '#modules/creation';

/** The playbook that was published last; undefined before the first. */
export async function newestPlaybook(
  ctx: Context,
): Promise<{ id: string; versionId: string; title: string; url: string } | undefined> {
  const { data } = await playbooks.list(ctx, { limit: 100 });
  const [newest] = data
    .flatMap(({ id, title, currentVersion, publicUrl }) =>
      currentVersion && publicUrl
        ? [{ id, title, url: publicUrl, versionId: currentVersion.id, at: currentVersion.publishedAt }]
        : [],
    )
    .sort((a, b) => b.at.localeCompare(a.at));
  return newest;
}
