import { readFileSync } from 'node:fs';
import { defineAsset, projectFile } from '#kernel/pages';

/** What checkout and library need beyond the stylesheet of all public pages. */
export const checkoutSheet = defineAsset(
  'checkout.css',
  readFileSync(projectFile('src/modules/conversion/checkouts/checkout.css'), 'utf8').replace(
    /\s*\n\s*/g,
    '\n',
  ),
);
