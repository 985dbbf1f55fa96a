import { fileTypeFromBuffer } from 'file-type';

/**
 * Says what bytes are, from the bytes: a program renamed to .pdf stays a program.
 * @param head the first bytes, some thousands
 * @returns a media type; text without a signature is `text/html` or `text/plain`, the rest `application/octet-stream`
 */
export async function mediaTypeOf(head: Buffer, sizeBytes = head.length): Promise<string> {
  if (sizeBytes === 0) return 'application/x-empty';
  const found = await fileTypeFromBuffer(head);
  if (found && found.mime !== 'application/xml') return found.mime;
  if (!isText(head)) return found?.mime ?? 'application/octet-stream';
  const start = head
    .toString('utf8', 0, 1_024)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<!doctype html') || /^<(html|head|body)[\s>]/.test(start)) return 'text/html';
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && start.includes('<svg')))
    return 'image/svg+xml';
  return found?.mime ?? 'text/plain';
}

// Text has no NUL and few control characters, in UTF-8 as well as in the old single-byte encodings.
function isText(head: Buffer): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  }
  return odd <= head.length / 100;
}
