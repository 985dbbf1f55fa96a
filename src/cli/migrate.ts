import { migrateJobs } from '#kernel/jobs';
import { prepareDatabase } from '../program.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';

export const migrate: Command = {
  name: 'migrate',
  usage: '',
  summary: 'Makes the roles and brings the schema up to date. `npm start` does it as well.',
  async run({ config, voice }) {
    return withInstallation(config(), async ({ database, log }) => {
      const applied = await prepareDatabase(database.directUrl, log);
      await migrateJobs(database.ownerPool, log);
      for (const name of applied) voice.result(`applied ${name}`);
      if (applied.length === 0) voice.result('The schema is up to date.');
      return 0;
    });
  },
};
