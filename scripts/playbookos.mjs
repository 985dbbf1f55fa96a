// `npm run playbookos -- <command>`: the same preparation as `npm start`, with standard output left to the command.
import { runNode } from './lib/node.mjs';
import { prepare, script } from './lib/prepare.mjs';

await script(async () => {
  await prepare({ say: (line) => process.stderr.write(`${line}\n`) });
  return runNode(['--enable-source-maps', 'dist/cli.js', ...process.argv.slice(2)], {
    env: { NODE_ENV: 'production' },
  });
});
