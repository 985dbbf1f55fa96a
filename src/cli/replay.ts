import { replay as replayHistory } from '#kernel/events';
import { type Command, Misspoken, parse, required } from './command.ts';
import { withHouse, workspaceBySlug } from './installation.ts';

export const replay: Command = {
  name: 'replay',
  usage: '--workspace <slug> --listener <name> [--from <time>] [--before <time>] [--again]',
  summary:
    'Sends past events to one listener that came later or was mended; --again also those it has taken.',
  async run({ words, config, voice }) {
    const { values } = parse(words, {
      workspace: { type: 'string' },
      listener: { type: 'string' },
      from: { type: 'string', default: '1970-01-01' },
      before: { type: 'string' },
      again: { type: 'boolean', default: false },
    });
    const slug = required(values.workspace, 'workspace');
    const listener = required(values.listener, 'listener');
    const from = instant(values.from, 'from');
    const before = values.before ? instant(values.before, 'before') : undefined;
    return withHouse(config(), async ({ platform }) => {
      const { id } = await workspaceBySlug(platform.database, slug);
      const range = { from, before: before ?? platform.clock.now() };
      const count = await replayHistory(platform, {
        workspaceId: id,
        listener,
        ...range,
        again: values.again,
      });
      voice.result(`${count} events are on their way to ${listener}. They are taken while the program runs.`);
      return 0;
    });
  },
};

function instant(value: string, name: string): Date {
  const time = new Date(value);
  if (Number.isNaN(time.getTime()))
    throw new Misspoken(`--${name} is no time; write it as 2026-01-31 or 2026-01-31T08:00:00Z.`);
  return time;
}
