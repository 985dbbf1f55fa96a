export { isPublicAddress } from './addresses.ts';
export * as connections from './connections.ts';
export { KeyFileBroken, loadOrCreateKey } from './key-file.ts';
export { buildOutbound, type Outbound, type OutboundAnswer, type OutboundOptions } from './outbound.ts';
export { OutboundRefused, type RefusalCode } from './refusals.ts';
export { backoffMs, readRetryAfter } from './retry-after.ts';
export { connectionRoutes } from './routes.ts';
export { buildVault, SecretUnreadable, type Vault } from './vault.ts';
