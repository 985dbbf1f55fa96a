import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineAsset } from '#kernel/pages';

// The bundle lies in dist/, the sources in src/: both find the file from the root of the project.
function pathOfScript(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'src/modules/creation/readings/reader.js');
}

/** The one script of the reader's page: progress, answers on this device, and the view. */
export const script = defineAsset('reader.js', readFileSync(pathOfScript(), 'utf8'));
