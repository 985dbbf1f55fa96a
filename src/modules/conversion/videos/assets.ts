import { readFileSync } from 'node:fs';
import { defineAsset, projectFile } from '#kernel/pages';

const source = (name: string): string =>
  readFileSync(projectFile(`src/modules/conversion/videos/${name}`), 'utf8');

/** Plays the scenes and tells what was played. The page is whole without it. */
export const script = defineAsset('player.js', source('player.js'));

export const styles = defineAsset('video.css', source('video.css'));
