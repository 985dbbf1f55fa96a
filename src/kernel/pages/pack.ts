import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface Packed {
  body: Buffer;
  /** Absent when the browser takes none. */
  encoding?: 'br' | 'gzip';
}

/** The packing that a browser takes, the smaller one first. */
export function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | undefined {
  const said = String(accepted ?? '');
  if (/\bbr\b/.test(said)) return 'br';
  return /\bgzip\b/.test(said) ? 'gzip' : undefined;
}

/** Packs a page while somebody waits for it: quick settings, about a millisecond for a long playbook. */
export function pack(body: Buffer, encoding: 'br' | 'gzip' | undefined): Packed {
  if (encoding === 'br')
    return {
      encoding,
      body: brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
    };
  return encoding === 'gzip' ? { encoding, body: gzipSync(body) } : { body };
}
