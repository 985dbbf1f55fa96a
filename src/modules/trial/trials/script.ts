import { readFileSync } from 'node:fs';
import { defineAsset, projectFile } from '#kernel/pages';

/** Comfort at the clone: the answer comes without leaving the page. */
export const script = defineAsset(
  'clone.js',
  readFileSync(projectFile('src/modules/trial/trials/clone.js'), 'utf8'),
);
