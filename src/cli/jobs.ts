import { type JobRow, listDeadJobs, retryJob } from '#kernel/jobs';
import { type Command, Misspoken, parse } from './command.ts';
import { withInstallation } from './installation.ts';

const MOST = 500;

export const jobs: Command = {
  name: 'jobs',
  usage: 'list | retry <id…> | retry --all',
  summary: 'Shows the jobs that have used up their attempts, and gives them new ones.',
  async run({ words, config, voice }) {
    const { values, positionals } = parse(words, { all: { type: 'boolean', default: false } });
    const [verb, ...ids] = positionals;
    if (verb !== 'list' && verb !== 'retry') throw new Misspoken('Say what to do: list or retry.');
    if (verb === 'retry' && !values.all && ids.length === 0)
      throw new Misspoken('Name the jobs, or say --all.');
    const wrong = ids.find((id) => !/^\d+$/.test(id));
    if (wrong !== undefined) throw new Misspoken(`"${wrong}" is no number of a job.`);
    return withInstallation(config(), async ({ database }) => {
      const dead = values.all || verb === 'list' ? await listDeadJobs(database.ownerPool, MOST) : [];
      if (verb === 'list') {
        for (const job of dead) voice.result(describe(job));
        voice.remark(
          dead.length === 0
            ? 'No job has used up its attempts.'
            : `${dead.length} of them. They run again with "jobs retry".`,
        );
        return 0;
      }
      let missing = 0;
      for (const id of values.all ? dead.map((job) => job.id) : ids) {
        const found = await retryJob(database.ownerPool, null, id);
        if (!found) missing += 1;
        voice.result(found ? `${id} is due again` : `${id} is not a job that has failed`);
      }
      return missing === 0 ? 0 : 1;
    });
  },
};

function describe({ id, name, attempts, workspaceId, lastError, createdAt }: JobRow): string {
  const reason = lastError?.split('\n', 1)[0] ?? 'no reason kept';
  return `${id}  ${name}  ${attempts} attempts since ${createdAt.toISOString()}  workspace ${workspaceId ?? '-'}  ${reason}`;
}
