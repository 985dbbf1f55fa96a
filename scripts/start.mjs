// `npm start` and `npm run dev`: installs and builds what is missing, then runs the program on the Node it brings.
import { runNode } from './lib/node.mjs';
import { prepare, script } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

await script(async () => {
  if (process.argv.includes('--dev')) {
    await prepare({ build: false, forTests: true, say });
    return runNode(
      [inProject('node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'src/main.ts'],
      {
        env: { NODE_ENV: 'development' },
      },
    );
  }
  await prepare({ say });
  return runNode(['--enable-source-maps', 'dist/main.js'], { env: { NODE_ENV: 'production' } });
});
