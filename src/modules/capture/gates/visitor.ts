import { createHmac } from 'node:crypto';
import type { Platform } from '#context';

/** Keyed, so that nobody can turn it back into an address. */
export const hashIp = (platform: Platform, workspaceId: string, ip: string): string =>
  createHmac('sha256', platform.settings.signingKey)
    .update(`ip ${workspaceId} ${ip}`)
    .digest('hex')
    .slice(0, 32);
