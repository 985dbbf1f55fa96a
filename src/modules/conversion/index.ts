export * as checkouts from './checkouts/service.ts';
export { conversion } from './module.ts';
export * as offers from './offers/service.ts';
export * as orders from './orders/service.ts';
export * as plans from './plans/service.ts';
export { settlePayments } from './upkeep.ts';
export { lookUpVideos } from './videos/jobs.ts';
export * as videos from './videos/service.ts';
