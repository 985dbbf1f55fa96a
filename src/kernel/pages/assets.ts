import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { projectFile } from './project-file.ts';

/** A file that public pages load. Its name carries the hash of its content, so it may be kept for ever. */
export interface Asset {
  /** Path of the address: `/assets/public.3f9a….css`. */
  url: string;
  type: string;
  body: Buffer;
  /** Packed once at the start, where packing pays. */
  packed: { br?: Buffer; gzip?: Buffer };
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const assets = new Map<string, Asset>();

/**
 * Makes a file loadable by public pages. For constants of the program, at import time.
 * @param name `reader.js`; the hash goes before the ending
 */
export function defineAsset(name: string, content: Buffer | string): Asset {
  const body = Buffer.from(content as string);
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1);
  const type = TYPES[ending];
  if (!type) throw new Error(`Assets ending in .${ending} have no media type here.`);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const asset: Asset = {
    url: `/assets/public/${name.slice(0, dot)}.${hash}.${ending}`,
    type,
    body,
    packed: {},
  };
  if (ending !== 'woff2') {
    asset.packed = {
      br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
      gzip: gzipSync(body, { level: 9 }),
    };
  }
  assets.set(asset.url, asset);
  return asset;
}

export const findAsset = (url: string): Asset | undefined => assets.get(url);

const require = createRequire(import.meta.url);
const font = (name: string, path: string): Asset => defineAsset(name, readFileSync(require.resolve(path)));

/** At most two are preloaded: what the first screen is set in. */
export const fonts = {
  serif: font('newsreader.woff2', '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'),
  serifItalic: font(
    'newsreader-italic.woff2',
    '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  ),
  serifExtended: font(
    'newsreader-ext.woff2',
    '@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2',
  ),
  sans: font(
    'plex-sans.woff2',
    '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  ),
  sansExtended: font(
    'plex-sans-ext.woff2',
    '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-wght-normal.woff2',
  ),
  mono: font('plex-mono.woff2', '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2'),
};

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const face = (family: string, asset: Asset, weight: string, style: string, range: string): string =>
  `@font-face{font-family:"${family}";src:url(${asset.url}) format("woff2");font-weight:${weight};font-style:${style};font-display:swap;unicode-range:${range}}`;

const faces = [
  face('Newsreader Variable', fonts.serif, '200 800', 'normal', LATIN),
  face('Newsreader Variable', fonts.serifExtended, '200 800', 'normal', LATIN_EXT),
  face('Newsreader Variable', fonts.serifItalic, '200 800', 'italic', LATIN),
  face('IBM Plex Sans Variable', fonts.sans, '100 700', 'normal', LATIN),
  face('IBM Plex Sans Variable', fonts.sansExtended, '100 700', 'normal', LATIN_EXT),
  face('IBM Plex Mono', fonts.mono, '400', 'normal', LATIN),
].join('\n');

/** What stands in the browser's tab. */
export const mark = defineAsset('mark.svg', readFileSync(projectFile('src/kernel/pages/mark.svg')));

/** Later files may narrow what earlier ones say, so the order counts. */
const SHEETS = [
  'tokens',
  'base',
  'bar',
  'reader',
  'step',
  'fills',
  'forms',
  'gate',
  'clone',
  'page',
  'narrow',
];
const sheet = (name: string): string => readFileSync(projectFile(`src/kernel/pages/css/${name}.css`), 'utf8');

/** The one stylesheet of public pages. */
export const stylesheet = defineAsset('public.css', `${faces}\n${shrink(SHEETS.map(sheet).join('\n'))}`);

/** Leaves comments and indentation out. Our own stylesheet holds no string in which that would change anything. */
export function shrink(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}
