import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Platform, system } from '#context';
import { archives } from '#kernel/archive';
import { inWorkspace } from '#kernel/database';
import { files } from '#kernel/storage';
import { type Command, Misspoken, parse, required } from './command.ts';
import { withHouse, workspaceBySlug } from './installation.ts';

export const archive: Command = {
  name: 'archive',
  usage:
    'export --workspace <slug> --to <file> | import --from <file> --owner <e-mail> [--organization <slug>] [--name <name>]',
  summary: 'Takes a whole workspace out as one file, or makes a workspace from such a file.',
  async run({ words, config, voice }) {
    const { values, positionals } = parse(words, {
      workspace: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
      owner: { type: 'string' },
      organization: { type: 'string' },
      name: { type: 'string' },
    });
    const [direction] = positionals;
    if (direction === 'export') {
      const slug = required(values.workspace, 'workspace');
      const to = required(values.to, 'to');
      return withHouse(config(), async ({ platform }) => {
        await exportTo(platform, (await workspaceBySlug(platform.database, slug)).id, to);
        voice.result(to);
        return 0;
      });
    }
    if (direction === 'import') {
      const from = required(values.from, 'from');
      const owner = required(values.owner, 'owner');
      return withHouse(config(), async ({ platform }) => {
        const { slug, problem } = await importFrom(platform, from, { ...values, owner });
        if (problem) {
          voice.remark(problem);
          return 1;
        }
        voice.result(`${platform.settings.publicUrl}/w/${slug}`);
        return 0;
      });
    }
    throw new Misspoken('Say what to do: export or import.');
  },
};

async function exportTo(platform: Platform, workspaceId: string, to: string): Promise<void> {
  const entry = { workspaceId, actor: system('archive') };
  const id = await inWorkspace(platform, entry, (ctx) => archives.ask(ctx, 'export'));
  await archives.runExport(platform, workspaceId, id);
  const made = await inWorkspace(platform, entry, (ctx) => archives.get(ctx, id));
  if (made.state !== 'done') throw new Error(made.problem ?? 'The export did not end.');
  const { sha256 } = await inWorkspace(platform, entry, (ctx) => archives.getFile(ctx, id));
  // Under another name until it is whole: half an archive must not look like one.
  await pipeline(await platform.storage.read(sha256), createWriteStream(`${to}.part`));
  await rename(`${to}.part`, to);
}

async function importFrom(
  platform: Platform,
  from: string,
  wanted: { owner: string; organization?: string | undefined; name?: string | undefined },
): Promise<{ slug: string; problem: string | null }> {
  const account = await platform.identity.findAccountByEmail(wanted.owner);
  if (!account)
    throw new Misspoken(`Nobody here has the address ${wanted.owner}. They sign up first, then own it.`);
  const theirs = await platform.identity.listOrganizations(account.userId);
  const organization = theirs.find(({ slug }) => slug === wanted.organization);
  if (wanted.organization && !organization)
    throw new Misspoken(
      `${wanted.owner} is in no organization "${wanted.organization}". Theirs: ${theirs.map(({ slug }) => slug).join(', ') || 'none'}.`,
    );
  const stored = await platform.storage.put(createReadStream(from), {
    limitBytes: Number.POSITIVE_INFINITY,
  });
  const { workspace } = await archives.foundFromArchive(platform, stored, {
    userId: account.userId,
    organizationId: organization?.id,
    name: wanted.name,
  });
  const entry = { workspace, actor: system('archive') };
  const id = await inWorkspace(platform, entry, async (ctx) => {
    const file = await files.keep(ctx, stored, { name: basename(from), purpose: 'archive' });
    return archives.ask(ctx, 'import', file.id);
  });
  await archives.runImport(platform, workspace.id, id);
  const { state, problem } = await inWorkspace(platform, entry, (ctx) => archives.get(ctx, id));
  return { slug: workspace.slug, problem: state === 'done' ? null : (problem ?? 'The import did not end.') };
}
