import type { Transaction } from '#kernel/database';

/**
 * Short addresses are unique in a whole installation. One that is taken here gets the workspace's slug behind it, in the
 * link and in the list of its addresses alike.
 */
export function freeSlugs(db: Transaction, workspaceSlug: string) {
  const found = new Map<string, string>();
  const freeOf = async (slug: string): Promise<string> => {
    for (let tries = 0; ; tries += 1) {
      const wanted = tries === 0 ? slug : [slug, workspaceSlug, ...(tries > 1 ? [tries] : [])].join('-');
      const { rows } = await db.$client.query('select from lookup.link_by_slug($1)', [wanted]);
      if (rows.length === 0) return wanted;
    }
  };
  return async (table: string, lines: string[]): Promise<string[]> => {
    if (table !== 'links' && table !== 'link_slugs') return lines;
    const renamed: string[] = [];
    for (const line of lines) {
      const row = JSON.parse(line) as { slug: string };
      const slug = found.get(row.slug) ?? (await freeOf(row.slug));
      found.set(row.slug, slug);
      renamed.push(slug === row.slug ? line : JSON.stringify({ ...row, slug }));
    }
    return renamed;
  };
}
