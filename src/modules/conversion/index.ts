export { conversion } from './module.ts';
export { lookUpVideos } from './videos/jobs.ts';
export * as videos from './videos/service.ts';
