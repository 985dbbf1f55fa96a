import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Cruises the sources below `root` by the rules of .dependency-cruiser.cjs.
 * @param {string} root
 * @param {{ node: string, env: NodeJS.ProcessEnv }} options the Node to run on
 * @returns {{ cruised: number, missed: string[], violations: { rule: string, from: string, to: string, cycle?: string[] }[] }}
 *   how many modules were cruised, the sources that were not, and the imports over a border
 */
export function checkBorders(root, { node, env }) {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const words = [tool, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const done = spawnSync(node, words, { cwd: root, env, encoding: 'utf8', maxBuffer: 200_000_000 });
  if (!done.stdout) throw new Error(`dependency-cruiser said nothing: ${done.stderr}`);
  const { modules, summary } = JSON.parse(done.stdout);
  const cruised = new Set(modules.map(({ source }) => source));
  const existing = readdirSync(join(root, 'src'), { recursive: true })
    .map((path) => `src/${path}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
  return {
    cruised: cruised.size,
    missed: existing.filter((path) => !cruised.has(path)),
    violations: summary.violations
      .filter(({ rule }) => rule.severity === 'error')
      .map(({ rule, from, to, cycle }) => ({
        rule: rule.name,
        from,
        to,
        cycle: cycle?.map(({ name }) => name),
      })),
  };
}
