import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '#context';
import { isId } from '#kernel/database';

/** What a tracked address stands for. */
export interface Tracked {
  workspaceId: string;
  sendId: string;
  /** Which address of the mail's text; 0 for the picture. */
  index: number;
}

type Signing = Pick<Settings, 'signingKey' | 'publicUrl'>;
const MAC_BYTES = 10;
const BODY_BYTES = 34;

/** The address of the picture that says that a mail was shown. */
export const pixelAddress = (settings: Signing, workspaceId: string, sendId: string): string =>
  `${settings.publicUrl}/t/o/${pack(settings, 'o', { workspaceId, sendId, index: 0 })}.gif`;

/** The address that leads on to the nth address of a mail's text. */
export const linkAddress = (settings: Signing, workspaceId: string, sendId: string, index: number): string =>
  `${settings.publicUrl}/t/c/${pack(settings, 'c', { workspaceId, sendId, index })}`;

/** Reads what we made and nothing else. */
export function readTracked(settings: Signing, kind: 'o' | 'c', token: string): Tracked | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== BODY_BYTES + MAC_BYTES) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(settings, kind, body))) return null;
  const workspaceId = idFrom(body.subarray(0, 16));
  const sendId = idFrom(body.subarray(16, 32));
  if (!isId(workspaceId) || !isId(sendId)) return null;
  return { workspaceId, sendId, index: body.readUInt16BE(32) };
}

function pack(settings: Signing, kind: 'o' | 'c', { workspaceId, sendId, index }: Tracked): string {
  const body = Buffer.alloc(BODY_BYTES);
  Buffer.from(workspaceId.replaceAll('-', ''), 'hex').copy(body, 0);
  Buffer.from(sendId.replaceAll('-', ''), 'hex').copy(body, 16);
  body.writeUInt16BE(index, 32);
  return Buffer.concat([body, macOf(settings, kind, body)]).toString('base64url');
}

const macOf = ({ signingKey }: Signing, kind: string, body: Buffer): Buffer =>
  createHmac('sha256', signingKey)
    .update(`mail tracking ${kind}`)
    .update(body)
    .digest()
    .subarray(0, MAC_BYTES);

const idFrom = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
