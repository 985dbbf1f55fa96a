import { readFileSync } from 'node:fs';
import { defineAsset, projectFile } from '#kernel/pages';

/** The one script of the reader's page: progress, answers on this device, and the view. */
export const script = defineAsset(
  'reader.js',
  readFileSync(projectFile('src/modules/creation/readings/reader.js'), 'utf8'),
);
