import { isPermission } from '#kernel/identity';
import { type Command, Misspoken, parse, required } from './command.ts';
import { withHouse, workspaceBySlug } from './installation.ts';

export const apiKey: Command = {
  name: 'api-key',
  usage: 'create --workspace <slug> --name <name> [--scopes <scope,scope>]',
  summary: 'Makes an API key for one workspace and prints it last. It is shown only this once.',
  async run({ words, config, voice }) {
    const { values, positionals } = parse(words, {
      workspace: { type: 'string' },
      name: { type: 'string' },
      scopes: { type: 'string' },
    });
    if (positionals.join(' ') !== 'create') throw new Misspoken('Say what to do: create.');
    const slug = required(values.workspace, 'workspace');
    const name = required(values.name, 'name');
    const scopes = values.scopes?.split(',').map((scope) => scope.trim());
    const unknown = scopes?.find((scope) => !isPermission(scope));
    if (unknown !== undefined) throw new Misspoken(`There is no scope "${unknown}".`);
    return withHouse(config(), async ({ platform }) => {
      const workspace = await workspaceBySlug(platform.database, slug);
      const made = await platform.identity.createApiKey({
        workspaceId: workspace.id,
        name,
        scopes: scopes?.filter(isPermission) ?? null,
      });
      voice.remark(`Key "${name}" for ${workspace.name} (${scopes ? scopes.join(', ') : 'every scope'}):`);
      voice.result(made.key);
      return 0;
    });
  },
};
