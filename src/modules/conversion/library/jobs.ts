import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { system } from '#context';
import { inTransaction, inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { mailLink } from './service.ts';

/** Mails the link of a library to whoever has one: in one workspace, or in all when none is named. */
export const mailLibraryLink = job({
  name: 'library.mail-link',
  payload: z.object({ email: z.string(), workspace: z.string().nullable() }),
  async run(platform, { email, workspace }) {
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.execute<{ id: string }>(
        workspace === null
          ? sql`select lookup.all_workspace_ids() as id`
          : sql`select id from lookup.workspace_by_slug(${workspace})`,
      ),
    );
    for (const { id: workspaceId } of rows)
      await inWorkspace(platform, { workspaceId, actor: system('library') }, (ctx) => mailLink(ctx, email));
  },
});
