import mammoth from 'mammoth';
import { fromMarkup } from './html.ts';
import { type Reading, unread } from './reading.ts';

/** No honest manuscript unpacks to more. */
const MOST_UNPACKED_BYTES = 200_000_000;

/** Reads DOCX through mammoth's HTML: headings, lists and tables keep their shape. About 100 ms per 100 pages: a worker's job. */
export async function readDocx(bytes: Uint8Array, fallbackTitle: string): Promise<Reading> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) return unread(fallbackTitle, 'broken');
  if (unpacked > MOST_UNPACKED_BYTES) {
    return unread(
      fallbackTitle,
      'broken',
      'This file unpacks to more than 200 MB, so we do not open it. It is kept. Paste the text instead.',
    );
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    const reading = fromMarkup(value, fallbackTitle);
    if (!/[\p{L}\p{N}]/u.test(reading.text))
      return unread(
        fallbackTitle,
        'empty',
        'This document holds no text. It is kept. Paste the words, or choose another file.',
      );
    return reading;
  } catch {
    return unread(fallbackTitle, 'broken');
  }
}

/** Sum of the unpacked sizes a ZIP's central directory states; undefined when it has none. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) return undefined;
  let at = view.getUint32(end + 16, true);
  const entries = view.getUint16(end + 10, true);
  let sum = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}
