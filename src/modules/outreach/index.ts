export * as campaigns from './campaigns/service.ts';
export * as inbox from './inbox/service.ts';
export * as mailboxes from './mailboxes/service.ts';
export { outreach } from './module.ts';
export * as prospects from './prospects/service.ts';
export { releaseEverywhere } from './sends/upkeep.ts';
