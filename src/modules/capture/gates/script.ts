import { readFileSync } from 'node:fs';
import { defineAsset, projectFile } from '#kernel/pages';

/** The one script of the gate's page: letter keys. */
export const script = defineAsset(
  'gate.js',
  readFileSync(projectFile('src/modules/capture/gates/gate.js'), 'utf8'),
);
