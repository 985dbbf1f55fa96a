import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { EditionText } from './text.ts';

const require = createRequire(import.meta.url);
const folderOf = (path: string): string => dirname(require.resolve(path));

// A missing font is no error in Typst, so the families are loaded from our own packages and named in a test.
const FONT_FOLDERS = [
  folderOf('@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf'),
  folderOf('@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf'),
  folderOf('@expo-google-fonts/newsreader/700Bold/Newsreader_700Bold.ttf'),
  folderOf('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  folderOf('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
];

let compiler: NodeCompiler | undefined;
let typeset = 0;

/** The template refused the text; says what the typesetter said. */
export class TypesettingFailed extends Error {}

/**
 * Typesets an edition as PDF. Blocks its thread for some milliseconds: run it in the workshop.
 * The text is handed over as data, never as markup.
 * @param template path of the Typst file
 * @throws TypesettingFailed
 */
export function typesetPdf(template: string, text: EditionText): Buffer {
  compiler ??= NodeCompiler.create({ workspace: dirname(template), fontArgs: [{ fontPaths: FONT_FOLDERS }] });
  const document = compiler.compile({
    mainFileContent: readFileSync(template, 'utf8'),
    inputs: { data: JSON.stringify(text) },
  });
  if (document.hasError() || !document.result) {
    const said = compiler.fetchDiagnostics(document.takeDiagnostics() as never) as { message?: string }[];
    throw new TypesettingFailed(
      said.map((entry) => entry.message).join('; ') || 'The typesetter gave no reason.',
    );
  }
  const pdf = compiler.pdf(document.result);
  typeset += 1;
  // Its caches grow with every new text.
  if (typeset % 20 === 0) compiler.evictCache(10);
  return pdf;
}
