import { fileTypeFromBuffer } from 'file-type';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { type Reading, unread } from './reading.ts';
import { looksLikeSubtitles, readSubtitles } from './subtitles.ts';
import { decode, titleFromFileName } from './text.ts';

export interface Given {
  fileName?: string;
  contentType?: string;
}

export type SourceFormat =
  | 'text'
  | 'markdown'
  | 'html'
  | 'subtitles'
  | 'pdf'
  | 'docx'
  | 'recording'
  | 'unknown';

/** What the bytes are. Their own signature decides; name and declared type only choose between kinds of text. */
export async function formatOf(bytes: Uint8Array, given: Given = {}): Promise<SourceFormat> {
  // A UTF-16 mark looks like the start of an MPEG stream.
  const signature = isWide(bytes) ? undefined : await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (signature !== undefined && !/^(?:application\/xml|text\/)/.test(signature.mime)) {
    if (signature.ext === 'pdf') return 'pdf';
    if (signature.ext === 'docx') return 'docx';
    if (signature.ext === 'zip' && /\.docx$/i.test(given.fileName ?? '')) return 'docx';
    return /^(?:audio|video)\//.test(signature.mime) ? 'recording' : 'unknown';
  }
  const extension = /\.([a-z0-9]{1,8})$/i.exec(given.fileName ?? '')?.[1]?.toLowerCase();
  if (extension === 'pdf') return 'pdf';
  if (extension === 'docx') return 'docx';
  if (/^(?:mp3|m4a|wav|ogg|flac|mp4|mov|webm|aac)$/.test(extension ?? '')) return 'recording';
  if (isBinary(bytes)) return 'unknown';
  const head = decode(bytes.subarray(0, 4096));
  const type = (given.contentType ?? '').toLowerCase();
  if (extension === 'srt' || extension === 'vtt' || /text\/vtt|subrip/.test(type) || looksLikeSubtitles(head))
    return 'subtitles';
  if (/^(?:md|markdown|mdx|qmd|rmd)$/.test(extension ?? '') || /markdown/.test(type)) return 'markdown';
  if (
    /^x?html?$/.test(extension ?? '') ||
    /html/.test(type) ||
    /^\s*(?:<!doctype html|<html[\s>])/i.test(head)
  )
    return 'html';
  if (extension === 'doc' || extension === 'rtf' || head.startsWith('{\\rtf')) return 'unknown';
  return 'text';
}

function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** UTF-16 aside, no text holds NUL or many control bytes. */
function isBinary(bytes: Uint8Array): boolean {
  if (isWide(bytes)) return false;
  const sample = bytes.subarray(0, 8192);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd += 1;
  return odd > 0 && odd / sample.length > 0.02;
}

/**
 * Reads a source of any accepted kind into one normalised text with marks. CPU-bound: PDF and DOCX over 100 kB,
 * pages over 300 kB and texts over 2 MB belong in the workshop's thread. Never throws on bad input: what is
 * wrong comes back as `problem`, with whatever could be read.
 */
export async function readSource(bytes: Uint8Array, given: Given = {}): Promise<Reading> {
  const title = titleFromFileName(given.fileName);
  if (bytes.length === 0) return unread(title, 'empty');
  const format = await formatOf(bytes, given);
  switch (format) {
    case 'pdf':
      return readPdf(bytes, title);
    case 'docx':
      return readDocx(bytes, title);
    case 'recording':
      return unread(title, 'needs_transcriber');
    case 'unknown':
      return unread(title, 'wrong_type');
    default:
      return readText(decode(bytes), { format, title });
  }
}

/** Reads text that is already decoded: what a user pastes, or a page that was fetched. */
export function readText(
  raw: string,
  { format = 'text', title = 'Untitled source' }: { format?: SourceFormat; title?: string } = {},
): Reading {
  if (format === 'html') return readHtml(raw, title);
  if (format === 'subtitles' || (format === 'text' && looksLikeSubtitles(raw.slice(0, 4096))))
    return readSubtitles(raw, title);
  if (format === 'markdown' || looksLikeMarkdown(raw)) return readMarkdown(raw, title);
  return readPlain(raw, title);
}
